package io.rapport.rulebook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.rulebook.Problems.Place;
import org.jspecify.annotations.Nullable;

/** Reads the sentences of consequences, in English and Chinese. */
final class ActionSayings {

    private interface Maker {

        @Nullable
        Consequence of(Saying.Match match, Options options, Place place, ValueReader reader, Problems problems);
    }

    private record Entry(Saying saying, Maker maker) {}

    private static final List<Entry> ENTRIES = new ArrayList<>();

    static {
        add("send the message {text} by the channel it came in", "通过来信渠道发送消息{text}",
                (match, options, _, _, _) -> send(match, null, options));
        add("send the message {text} by {channel}", "通过{channel}发送消息{text}", ActionSayings::sendBy);
        add("give the task {text} to the next level", "把任务{text}交给上一级",
                (match, options, _, _, _) -> new Consequence.GiveTask(match.part("text").text(), Consequence.GiveTask.NEXT_LEVEL,
                        options.due));
        add("give the task {text} to {assignee}", "把任务{text}交给{assignee}", ActionSayings::task);
        add("open a complaint", "立案投诉", (_, _, _, _, _) -> new Consequence.OpenComplaint());
        add("escalate the complaint one level", "投诉升一级", (_, _, _, _, _) -> new Consequence.Escalate());
        add("withdraw the consent to {purpose}", "撤回对{purpose}的同意", ActionSayings::withdraw);
        add("hold the action back", "不执行该行动", (_, _, _, _, _) -> new Consequence.HoldBack());
        add("wait between {from} and {to}", "在{from}到{to}之间等待", ActionSayings::quiet);
        add("allow at most {number} messages within {days} days", "{days}天内最多发{number}条消息", ActionSayings::cap);
        add("lift the {concept} by {number}", "把{concept}提高{number}级",
                (match, _, place, reader, problems) -> lift(match, 1, place, reader, problems));
        add("lower the {concept} by {number}", "把{concept}降低{number}级",
                (match, _, place, reader, problems) -> lift(match, -1, place, reader, problems));
        add("the {concept} is {value}", "{concept}是{value}", ActionSayings::conclude);
    }

    private ActionSayings() {}

    /** What follows a main sentence after a comma. */
    static final class Options {

        Purpose purpose = Purpose.SERVICE;
        Duration validFor = Duration.ofDays(7);
        @Nullable
        Duration due;
    }

    static List<String> patterns() {
        return ENTRIES.stream().map(entry -> entry.saying().pattern()).toList();
    }

    /** The consequence; null after a problem. */
    static @Nullable Consequence read(String sentence, Options options, Place place, Problems problems) {
        var written = Saying.Written.of(sentence);
        for (var entry : ENTRIES) {
            var match = sentence.length() > Saying.LONGEST ? null : entry.saying().match(written);
            if (match != null) {
                return entry.maker().of(match, options, place, new ValueReader(problems), problems);
            }
        }
        NearestSaying.report(sentence, place, patterns(), problems);
        return null;
    }

    private static void add(String english, String chinese, Maker maker) {
        ENTRIES.add(new Entry(new Saying(english), maker));
        ENTRIES.add(new Entry(new Saying(chinese), maker));
    }

    private static Consequence send(Saying.Match match, @Nullable Channel channel, Options options) {
        return new Consequence.Send(match.part("text").text(), channel, options.purpose, options.validFor);
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
        return assignee == null ? null : new Consequence.GiveTask(match.part("text").text(), assignee, options.due);
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
        try {
            return LocalTime.parse(written.strip().length() == 4 ? "0" + written.strip() : written.strip());
        } catch (DateTimeException e) {
            problems.add(place, "a time of day is needed, found [" + written + "]", "", "21:00");
            return null;
        }
    }

    private static @Nullable Consequence cap(Saying.Match match, Options options, Place place, ValueReader reader,
            Problems problems) {
        var most = reader.number("messages at most", match.part("number").text(), at(place, match.part("number")), 0, 1000, true);
        var days = reader.number("within days", match.part("days").text(), at(place, match.part("days")), 1, 731, true);
        return Double.isNaN(most) || Double.isNaN(days) ? null : new Consequence.Cap((int) most, (int) days);
    }

    private static @Nullable Consequence lift(Saying.Match match, int direction, Place place, ValueReader reader,
            Problems problems) {
        var concept = concept(match.part("concept"), place, problems);
        var by = reader.number("steps", match.part("number").text(), at(place, match.part("number")), 1, 5, true);
        if (concept == null || Double.isNaN(by)) {
            return null;
        }
        if (concept.values().isEmpty() || concept.multiple()) {
            problems.add(at(place, match.part("concept")), "\"" + concept.english() + "\" has no order to climb", "");
            return null;
        }
        return new Consequence.Lift(concept.id(), direction * (int) by);
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
    static @Nullable String value(Concept concept, String written, Place place, ValueReader reader, Problems problems) {
        if (concept.number()) {
            var number = reader.number(concept.english(), written, place, concept.least(), concept.most(), false);
            return Double.isNaN(number) ? null : Numbers.plain(number);
        }
        var bare = ValueReader.unquoted(written);
        if (concept.values().isEmpty()) {
            return reader.openWord(concept.english(), bare, place);
        }
        var word = concept.word(bare);
        if (word == null) {
            problems.add(place,
                    "\"" + concept.english() + "\" needs one of " + String.join(", ", concept.words()) + ", found [" + written
                            + "]",
                    Problems.maybe(bare, concept.words()));
        }
        return word;
    }

    private static Place at(Place sentence, Saying.Part part) {
        return sentence.part(part.start(), part.text().length());
    }
}
