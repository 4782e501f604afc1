package io.rapport.rulebook.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.rapport.rulebook.HitPolicy;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.RuleMeta;
import org.jspecify.annotations.Nullable;

/** Reads the head of a rule file: a title, then {@code key: value} pairs, in English or Chinese. */
public final class MetaReader {

    private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("id", "id"), Map.entry("编号", "id"),
            Map.entry("owner", "owner"), Map.entry("负责", "owner"), Map.entry("status", "status"), Map.entry("状态", "status"),
            Map.entry("since", "since"), Map.entry("生效", "since"), Map.entry("purpose", "purpose"), Map.entry("目的", "purpose"),
            Map.entry("wrongly catches", "wrongly catches"), Map.entry("误伤", "wrongly catches"),
            Map.entry("hit policy", "hit policy"), Map.entry("命中策略", "hit policy"),
            Map.entry("own thresholds", "own thresholds"), Map.entry("自有阈值", "own thresholds"));

    private static final Map<String, String> WORDS = Map.of("试行", "trial", "有效", "live", "停用", "retired", "唯一", "unique", "首个",
            "first",
            "全部", "all", "求和", "sum", "收集", "collect");

    private static final Pattern KEY = Pattern.compile("(?:^|[,.;，。；])\\s*(" + String.join("|", KEYS.keySet()) + ")\\s*[:：]\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SEMICOLON = Pattern.compile("[;；]");

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,11}-[0-9]{3,5}");

    private static final String EXAMPLE = "id: TIER-001, owner: marketing, status: live, since: 2026-12-01";

    private final Problems problems;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    private final boolean dayFirst;

    MetaReader(Problems problems) {
        this(problems, true);
    }

    /** @param dayFirst whether 1/12/2026 is the first of December where nothing else tells */
    MetaReader(Problems problems, boolean dayFirst) {
        this.problems = problems;
        this.dayFirst = dayFirst;
    }

    /** A line of the head with its keys and closed words in the other language; what the author wrote freely stays. */
    public static String translated(String line, boolean chinese) {
        var text = new StringBuilder();
        var matcher = KEY.matcher(line);
        var from = 0;
        while (matcher.find()) {
            text.append(value(line.substring(from, matcher.start()), chinese)).append(line, matcher.start(), matcher.start(1));
            text.append(key(KEYS.getOrDefault(matcher.group(1).toLowerCase(Locale.ROOT), ""), chinese)).append(": ");
            from = matcher.end();
        }
        return text.append(value(line.substring(from), chinese)).toString();
    }

    private static String key(String id, boolean chinese) {
        return chinese
                ? KEYS.entrySet().stream().filter(key -> key.getValue().equals(id) && !key.getKey().equals(id))
                        .map(Map.Entry::getKey).findFirst().orElse(id)
                : id;
    }

    private static String value(String written, boolean chinese) {
        var bare = written.strip().toLowerCase(Locale.ROOT);
        for (var word : WORDS.entrySet()) {
            if (chinese ? word.getValue().equals(bare) : word.getKey().equals(bare)) {
                return written.replace(written.strip(), chinese ? word.getKey() : word.getValue());
            }
        }
        return written;
    }

    /** One line of the head. */
    public record Line(int number, int column, String text) {}

    @Nullable
    RuleMeta read(List<Line> head) {
        if (head.isEmpty()) {
            problems.add("the file has no head", "Maybe it lost its first lines: a title, then " + EXAMPLE);
            return null;
        }
        String key = null;
        for (var line : head.subList(1, head.size())) {
            key = read(line, key);
        }
        return meta(head.getFirst().text());
    }

    private @Nullable String read(Line line, @Nullable String before) {
        var key = before;
        var matcher = KEY.matcher(line.text());
        var from = 0;
        while (matcher.find()) {
            append(key, line.text().substring(from, matcher.start()));
            key = KEYS.get(matcher.group(1).toLowerCase(Locale.ROOT));
            from = matcher.end();
            if (key != null) {
                places.put(key, new Place(line.number(), line.column() + from, Math.max(1, line.text().length() - from)));
            }
        }
        append(key, line.text().substring(from));
        return key;
    }

    private void append(@Nullable String key, String text) {
        var clean = text.strip().replaceFirst("^[,;]\\s*", "");
        if (key != null && !clean.isEmpty()) {
            values.merge(key, clean, (before, more) -> before + " " + more);
        }
    }

    private @Nullable RuleMeta meta(String title) {
        for (var key : List.of("id", "owner", "status", "since", "purpose", "wrongly catches")) {
            if (!values.containsKey(key)) {
                problems.add(problems.line(1), "the head does not say \"" + key + "\"", "Every rule file says it.", EXAMPLE);
            }
        }
        Prose.check(title, new Place(1, 1, Math.max(1, title.length())), problems);
        for (var key : List.of("owner", "purpose", "wrongly catches")) {
            Prose.check(value(key), at(key, value(key)), problems);
        }
        var id = id();
        var status = word("status", RuleMeta.Status.values(), RuleMeta.Status.LIVE);
        var policy = word("hit policy", HitPolicy.values(), HitPolicy.ALL);
        var since = since();
        return id == null || since == null || title.isBlank()
                ? null
                : new RuleMeta(id, title, value("owner"), status, since, value("purpose"), value("wrongly catches"), policy,
                        ownThresholds());
    }

    private List<String> ownThresholds() {
        return SEMICOLON.splitAsStream(value("own thresholds")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private @Nullable String id() {
        var id = value("id");
        if (id.isEmpty()) {
            return null;
        }
        if (!ID.matcher(id).matches()) {
            var upper = id.toUpperCase(Locale.ROOT);
            problems.add(at("id", id), "an id is capital letters, a hyphen and three digits, found [" + id + "]",
                    ID.matcher(upper).matches() ? "Maybe you meant " + upper + "." : "", "id: TIER-001");
            return null;
        }
        return id;
    }

    private @Nullable LocalDate since() {
        var since = value("since");
        if (since.isEmpty()) {
            return null;
        }
        var read = WrittenDate.read(since, dayFirst);
        if (read == null) {
            problems.add(at("since", since), "\"since\" needs a date, year first, found [" + since + "]", "",
                    "since: 2026-12-01");
            return null;
        }
        if (read.unclear()) {
            problems.ask(at("since", since), "[" + since + "] may be " + read.date() + " or " + read.otherWay(),
                    "Write the year first: since: " + read.date() + " or since: " + read.otherWay());
        }
        return read.date();
    }

    private <E extends Enum<E>> E word(String key, E[] words, E otherwise) {
        var written = value(key).toLowerCase(Locale.ROOT);
        if (written.isEmpty()) {
            return otherwise;
        }
        var word = WORDS.getOrDefault(written, written);
        var names = java.util.Arrays.stream(words).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
        var at = names.indexOf(word);
        if (at < 0) {
            problems.add(at(key, written), "\"" + key + "\" is one of " + String.join(", ", names) + ", found [" + written + "]",
                    Problems.maybe(written, names));
            return otherwise;
        }
        return words[at];
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    private Place at(String key, String value) {
        var place = places.getOrDefault(key, new Place(1, 1, 1));
        return new Place(place.line(), place.column(), Math.max(1, value.length()));
    }
}
