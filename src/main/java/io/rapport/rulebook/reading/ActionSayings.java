package io.rapport.rulebook.reading;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Consequence.Cap.Counts;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Recurrence;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.terms.Assignees;
import io.rapport.rulebook.terms.Doing;
import io.rapport.rulebook.terms.Saying;
import org.jspecify.annotations.Nullable;

/** Reads the sentences of consequences, in English and Chinese. */
public final class ActionSayings {

    /** How long a message makes sense when its rule does not say. */
    static final Duration VALID_FOR = Duration.ofDays(7);

    private interface Maker {

        @Nullable
        Consequence of(Saying.Match match, Options options, Place place, ValueReader reader, Problems problems);
    }

    private record Entry(Saying saying, String example, Maker maker) {}

    private static final List<Entry> ENTRIES = new ArrayList<>();

    static {
        add(Doing.SEND_BACK, (match, options, _, _, _) -> send(match, null, options));
        add(Doing.SEND, ActionSayings::sendBy);
        add(Doing.TASK_ABOVE, (match, options, place, _, problems) -> isProse(match, place, problems)
                ? new Consequence.GiveTask(match.part("text").text(), Consequence.GiveTask.NEXT_LEVEL, options.due,
                        options.by, options.recurrence)
                : null);
        add(Doing.TASK, ActionSayings::task);
        add(Doing.OPEN_COMPLAINT, (_, _, _, _, _) -> new Consequence.OpenComplaint());
        add(Doing.ESCALATE, (_, _, _, _, _) -> new Consequence.Escalate());
        add(Doing.WITHDRAW, ActionSayings::withdraw);
        add(Doing.HOLD_BACK, (_, _, _, _, _) -> new Consequence.HoldBack());
        add(Doing.QUIET, ActionSayings::quiet);
        for (var counts : Counts.values()) {
            caps(counts);
        }
        add(Doing.LIFT, (match, _, place, reader, problems) -> lift(match, 1, place, reader, problems));
        add(Doing.LOWER, (match, _, place, reader, problems) -> lift(match, -1, place, reader, problems));
        add(Doing.BOUND, ActionSayings::bound);
        add(Doing.CONCLUDE, ActionSayings::conclude);
    }

    private ActionSayings() {}

    /** What follows a main sentence after a comma. */
    static final class Options {

        Purpose purpose = Purpose.SERVICE;
        Duration validFor = VALID_FOR;
        @Nullable
        Duration due;
        @Nullable
        Channel by;
        @Nullable
        Recurrence recurrence;
    }

    /** The consequence; null after a problem. */
    static @Nullable Consequence read(String sentence, Options options, Place place, Problems problems) {
        var entry = find(sentence);
        if (entry != null) {
            var match = entry.saying().match(Saying.Written.of(sentence));
            var before = problems.found().size();
            var consequence = match == null ? null
                    : entry.maker().of(match, options, place, new ValueReader(problems), problems);
            problems.exampleSince(before, entry.example());
            return consequence;
        }
        var offers = ENTRIES.stream().map(each -> new NearestSaying.Offer(each.saying().pattern(), each.example())).toList();
        NearestSaying.report(sentence, place, offers, ActionSayings::understands, problems);
        return null;
    }

    private static @Nullable Entry find(String sentence) {
        if (sentence.length() > Saying.LONGEST) {
            return null;
        }
        var written = Saying.Written.of(sentence);
        return ENTRIES.stream().filter(entry -> entry.saying().match(written) != null).findFirst().orElse(null);
    }

    /** Whether the sentence, without its options, is a consequence that can be carried out as it stands. */
    static boolean isOne(String sentence) {
        return understands(sentence);
    }

    private static boolean understands(String sentence) {
        var problems = new Problems("", List.of());
        return find(sentence) != null && read(sentence, new Options(), new Place(1, 1, 1), problems) != null;
    }

    private static void add(Doing doing, Maker maker) {
        ENTRIES.add(new Entry(new Saying(doing.pattern(false)), SampleAction.of(doing, false), maker));
        ENTRIES.add(new Entry(new Saying(doing.pattern(true)), SampleAction.of(doing, true), maker));
    }

    /** With one message, promotion, contact or day as with several. */
    private static void caps(Counts counts) {
        var doing = ActionWording.cap(counts);
        var maker = (Maker) (match, _, place, reader, problems) -> cap(counts, match, place, reader, problems);
        add(doing, maker);
        var pattern = doing.pattern(false);
        var oneDay = pattern.replace("{days} days", "{days} day");
        for (var other : List.of(oneDay, one(pattern), one(oneDay))) {
            if (!other.equals(pattern)) {
                ENTRIES.add(new Entry(new Saying(other), SampleAction.of(doing, false), maker));
            }
        }
    }

    private static String one(String pattern) {
        return pattern.replace("messages", "message").replace("promotions", "promotion").replace("contacts", "contact");
    }

    private static Consequence send(Saying.Match match, @Nullable Channel channel, Options options) {
        return new Consequence.Send(match.part("text").text(), channel, options.purpose, options.validFor, options.recurrence);
    }

    private static @Nullable Consequence sendBy(Saying.Match match, Options options, Place place, ValueReader reader,
            Problems problems) {
        var part = match.part("channel");
        var term = java.util.Objects.requireNonNull(Vocabulary.shipped().term("action-channel"));
        var word = reader.word(term, "channel", part.text(), at(place, part));
        return word == null ? null : send(match, Channel.ofWord(word), options);
    }

    private static @Nullable Consequence task(Saying.Match match, Options options, Place place, ValueReader reader,
            Problems problems) {
        var part = match.part("assignee");
        var assignee = reader.openWord("assignee", part.text(), at(place, part));
        return assignee == null || !isProse(match, place, problems)
                ? null
                : new Consequence.GiveTask(match.part("text").text(), Assignees.word(assignee), options.due, options.by,
                        options.recurrence);
    }

    private static boolean isProse(Saying.Match match, Place place, Problems problems) {
        return Prose.check(match.part("text").text(), at(place, match.part("text")), problems);
    }

    private static @Nullable Consequence withdraw(Saying.Match match, Options options, Place place, ValueReader reader,
            Problems problems) {
        var part = match.part("purpose");
        var term = java.util.Objects.requireNonNull(Vocabulary.shipped().term("action-purpose"));
        var word = reader.word(term, "purpose", part.text(), at(place, part));
        return word == null ? null : new Consequence.WithdrawConsent(Purpose.ofWord(word));
    }

    private static @Nullable Consequence quiet(Saying.Match match, Options options, Place place, ValueReader reader,
            Problems problems) {
        var from = time(match.part("from").text(), at(place, match.part("from")), problems);
        var to = time(match.part("to").text(), at(place, match.part("to")), problems);
        return from == null || to == null ? null : new Consequence.QuietHours(from, to);
    }

    static @Nullable LocalTime time(String written, Place place, Problems problems) {
        var time = WrittenDate.time(written);
        if (time == null) {
            problems.add(place, "a time of day is needed, found [" + written + "]", "", "21:00");
        }
        return time;
    }

    private static @Nullable Consequence cap(Counts counts, Saying.Match match, Place place, ValueReader reader,
            Problems problems) {
        var most = reader.number("messages at most", match.part("number").text(), at(place, match.part("number")), 0, 1000, true);
        var days = reader.number("within days", match.part("days").text(), at(place, match.part("days")), 1, 731, true);
        return Double.isNaN(most) || Double.isNaN(days) ? null : new Consequence.Cap((int) most, (int) days, counts);
    }

    private static @Nullable Consequence lift(Saying.Match match, int direction, Place place, ValueReader reader,
            Problems problems) {
        var concept = concept(match.part("concept"), place, problems);
        var by = reader.number("steps", match.part("number").text(), at(place, match.part("number")), 1, 5, true);
        if (concept == null || Double.isNaN(by)) {
            return null;
        }
        return isOrdered(concept, match, place, problems) ? new Consequence.Lift(concept.id(), direction * (int) by) : null;
    }

    private static @Nullable Consequence bound(Saying.Match match, Options options, Place place, ValueReader reader,
            Problems problems) {
        var concept = concept(match.part("concept"), place, problems);
        if (concept == null || !isOrdered(concept, match, place, problems)) {
            return null;
        }
        var value = value(concept, match.part("value").text(), at(place, match.part("value")), reader, problems);
        return value == null ? null : new Consequence.Bound(concept.id(), value);
    }

    private static boolean isOrdered(Concept concept, Saying.Match match, Place place, Problems problems) {
        var ordered = !concept.values().isEmpty() && !concept.multiple();
        if (!ordered) {
            problems.add(at(place, match.part("concept")), "\"" + concept.english() + "\" has no order to climb", "");
        }
        return ordered;
    }

    private static @Nullable Consequence conclude(Saying.Match match, Options options, Place place, ValueReader reader,
            Problems problems) {
        var concept = concept(match.part("concept"), place, problems);
        if (concept == null) {
            return null;
        }
        var value = value(concept, match.part("value").text(), at(place, match.part("value")), reader, problems);
        return value == null ? null : new Consequence.Conclude(concept.id(), value);
    }

    private static @Nullable Concept concept(Saying.Part part, Place place, Problems problems) {
        var written = part.text().strip();
        var known = new ArrayList<String>();
        for (var concept : Concepts.all()) {
            if (isCalled(concept, written)) {
                return concept;
            }
            known.add(concept.english());
        }
        problems.add(at(place, part), "nothing is called [" + written + "]", Problems.maybe(written, known));
        return null;
    }

    static boolean isCalled(Concept concept, String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        return lower.equals(concept.id()) || lower.equals(concept.english().toLowerCase(Locale.ROOT))
                || written.equals(concept.chinese());
    }

    /** A value of a concept; null after a problem. */
    public static @Nullable String value(Concept concept, String written, Place place, ValueReader reader, Problems problems) {
        if (concept.number()) {
            var number = reader.number(concept.english(), written, place, concept.least(), concept.most(), false);
            return Double.isNaN(number) ? null : Numbers.plain(number);
        }
        var bare = ValueReader.unquoted(written);
        if (concept.values().isEmpty()) {
            var open = reader.openWord(concept.english(), bare, place);
            return open == null || !concept.id().equals("next-level") ? open : Assignees.word(open);
        }
        var word = concept.word(bare);
        if (word == null) {
            reader.needsOneOf(concept.english(), written, place, concept.values());
        }
        return word;
    }

    private static Place at(Place sentence, Saying.Part part) {
        return sentence.part(part.start(), part.text().length());
    }
}
