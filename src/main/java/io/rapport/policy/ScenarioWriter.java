package io.rapport.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.rapport.decision.Context;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.policy.steps.DecisionSteps;
import io.rapport.policy.steps.DecisionTable;
import io.rapport.policy.steps.Sentences;
import io.rapport.policy.wording.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Turns a decision into a scenario that passes as written: what was known, with real dates, what happened, what was decided
 * and why. The person has another name, since examples are kept where everybody reads them. What cannot be told exactly is
 * declined with its reason instead of being written wrongly.
 */
public final class ScenarioWriter {

    /** A review that is looked at later than this finds out what was missed meanwhile, which no scenario tells. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(5);

    /** Longer histories are told whole: every event to be left out is played once. */
    private static final int MOST_TRIED = 80;

    private static final List<String> NAMES = List.of("Anna", "Tom", "Maria", "Jonas", "Clara", "Peter", "Julia", "Oscar");
    private static final List<String> NAMES_ZH = List.of("李梅", "王芳", "张伟", "刘洋", "陈静", "赵磊", "杨雪", "周涛");

    private final boolean chinese;

    /** @param chinese whether to write in Chinese, else in English */
    public ScenarioWriter(boolean chinese) {
        this.chinese = chinese;
    }

    /**
     * What a scenario is written from.
     *
     * @param before every event that was remembered before, in the order in which it was logged
     * @param event what was decided about; a review that fell due for a look without an event
     * @param after the customer's memory right after the event
     * @param decision what was decided
     * @param context on which the decision rests
     */
    public record Source(List<CustomerEvent> before, CustomerEvent event, Memory after, Decision decision, Context context) {

        public Source {
            before = List.copyOf(before);
        }
    }

    /** A scenario, or why there is none. */
    public sealed interface Written {}

    /** @param feature a whole feature file with this one scenario, played and green */
    public record Scenario(String name, String feature) implements Written {}

    /** @param why a sentence for a person */
    public record Declined(String why) implements Written {}

    /**
     * Writes the scenario and plays it; only one that passes is given out. What was known and makes no difference to the
     * decision is left out.
     */
    public Written write(Source source) {
        var written = unplayed(source);
        if (!(written instanceof Scenario)) {
            return written;
        }
        var result = played(Map.of("written.feature", written), source);
        return result.green() && result.passed() == 1 ? unplayed(shortened(source))
                : declined("scenario.differs", result.failed().isEmpty() ? ""
                        : result.failed().getFirst().render(chinese ? java.util.Locale.CHINESE : java.util.Locale.ENGLISH));
    }

    private static ExamplesResult played(Map<String, Written> written, Source source) {
        var features = new TreeMap<String, String>();
        written.forEach((name, each) -> features.put(name, each instanceof Scenario scenario ? scenario.feature() : ""));
        return Examples.run(source.context().rulebook(), features, (_, _, _) -> {});
    }

    /** Without each event alone, all in one run; then without all that were needless alone, as far as they are needless together. */
    private Source shortened(Source source) {
        var count = source.before().size();
        if (count == 0 || count > MOST_TRIED) {
            return source;
        }
        var tried = new TreeMap<String, Written>();
        for (var i = 0; i < count; i++) {
            tried.put("%03d.feature".formatted(i), unplayed(without(source, Set.of(i))));
        }
        var needless = played(tried, source).examples().stream().filter(Example::passed)
                .map(example -> Integer.valueOf(example.file().substring(0, 3))).collect(Collectors.toSet());
        return stillTold(source, needless) ? without(source, needless) : shortenedOneByOne(source, needless);
    }

    /** Two may be needless alone and not together, such as two stages passed at once: as many go as can. */
    private Source shortenedOneByOne(Source source, Set<Integer> needless) {
        var gone = new TreeSet<Integer>();
        for (var each : new TreeSet<>(needless)) {
            gone.add(each);
            if (!stillTold(source, gone)) {
                gone.remove(each);
            }
        }
        return without(source, gone);
    }

    private boolean stillTold(Source source, Set<Integer> without) {
        return played(Map.of("shorter.feature", unplayed(without(source, without))), source).passed() == 1;
    }

    private static Source without(Source source, Set<Integer> needless) {
        var before = IntStream.range(0, source.before().size()).filter(i -> !needless.contains(i))
                .mapToObj(i -> source.before().get(i)).toList();
        return new Source(before, source.event(), source.after(), source.decision(), source.context());
    }

    /** The same, not yet played. */
    Written unplayed(Source source) {
        var zone = source.context().zone();
        var at = source.decision().at().truncatedTo(ChronoUnit.SECONDS);
        var city = Calendar.cityOf(zone, chinese);
        var why = city == null ? "scenario.zone" : notTellable(source);
        if (why != null || city == null) {
            return declined(why, zone.getId());
        }
        var name = (chinese ? NAMES_ZH : NAMES).get((int) Math.floorMod(source.after().customer(), NAMES.size()));
        var telling = new Telling(zone, chinese);
        var known = new ArrayList<List<String>>();
        for (var event : source.before()) {
            if (!leavesNoTrace(event)) {
                var words = telling.written(event);
                if (words == null) {
                    return declined("scenario.untold", event.type());
                }
                known.add(List.of(Calendar.written(event.time().atZone(zone), chinese), words));
            }
        }
        var happens = DecisionSteps.isSilent(source.event()) ? "" : telling.written(source.event());
        if (happens == null) {
            return declined("scenario.untold", source.event().type());
        }
        return new Scenario(title(name, source), text(name, city, at, zone, source, known, happens));
    }

    private static @Nullable String notTellable(Source source) {
        var event = source.event();
        var at = source.decision().at();
        if (event.source().equals("engine") && !DecisionSteps.isSilent(event)) {
            return "scenario.follows";
        }
        if (source.decision().heldBack().stream().anyMatch(held -> held.reason().ruleId().equals("policy/history"))) {
            return "scenario.past";
        }
        var late = event.data() instanceof EventData.ReviewDue review
                && Duration.between(review.due(), at).compareTo(PUNCTUAL) > 0;
        return late ? "scenario.late" : null;
    }

    /** Proposals and looks: remembered for the engine's own use, or not at all. */
    private static boolean leavesNoTrace(CustomerEvent event) {
        return event.is(EventTypes.REVIEW_DUE);
    }

    private Declined declined(@Nullable String key, Object... values) {
        var texts = Texts.in(chinese ? java.util.Locale.CHINESE : java.util.Locale.ENGLISH);
        return new Declined(texts.of(key == null ? "scenario.zone" : key, values));
    }

    private String title(String name, Source source) {
        var decision = source.decision();
        var done = decision.actions().stream().map(action -> action.what()).collect(Collectors.joining(", "));
        if (!done.isEmpty()) {
            return name + ": " + done;
        }
        var tier = decision.valueOf("tier");
        var level = decision.valueOf("churn-level");
        var words = (tier == null ? "" : " " + tier) + (level == null ? "" : ", " + level);
        return name + (chinese ? ":没有动作" : ": nothing is done") + words;
    }

    private String text(
            String name, String city, Instant at, ZoneId zone, Source source, List<List<String>> known, String happens) {
        var gherkin = new Gherkin(chinese);
        gherkin.feature(title(name, source), LocalDate.ofInstant(at, zone).toString());
        gherkin.given(chinese ? "现在是" + Calendar.written(at.atZone(zone), true) + ",在" + city
                : "it is " + Calendar.written(at.atZone(zone), false) + " in " + city);
        var around = new Surroundings(source, chinese).rows();
        if (!around.isEmpty()) {
            gherkin.and(chinese ? name + "周围的客户是:" : "the customers around " + name + " are:", around);
        }
        if (!known.isEmpty()) {
            gherkin.and(chinese ? "关于" + name + "已知:" : "this is known of " + name + ":", known);
        }
        if (happens.isEmpty()) {
            gherkin.when(chinese ? "重新评价" + name : name + " is looked at again", List.of());
        } else {
            var happened = source.event().time().truncatedTo(ChronoUnit.SECONDS);
            gherkin.when(chinese ? name + "发生了:" : "this happens to " + name + ":", List.of(happened.equals(at)
                    ? List.of(happens)
                    : List.of(Calendar.written(happened.atZone(zone), chinese), happens)));
        }
        var table = new DecisionTable(new Sentences(source.context().rulebook()), chinese);
        var decided = table.rows(source.decision()).stream().map(row -> List.of(row.what(), row.shown(), table.because(row)))
                .toList();
        gherkin.then(chinese ? "对" + name + "的决定是:" : "this is decided for " + name + ":",
                decided.isEmpty() ? List.of(table.nothing()) : decided);
        return gherkin.toString();
    }
}
