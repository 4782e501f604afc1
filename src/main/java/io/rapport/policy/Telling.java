package io.rapport.policy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Purpose;
import io.rapport.policy.wording.Dictionary;
import io.rapport.policy.wording.Form;
import io.rapport.policy.wording.UnclearStep;
import org.jspecify.annotations.Nullable;

/**
 * How an event reads in a table of an example, in English and Chinese, and back. What no rule can see (threads, proofs) is left
 * out; ids are numbers counted in the example.
 */
public final class Telling {

    private static final Pattern LINE = Pattern.compile(
            "(-?[\\d.]+) x (\"(?:[^\"\\\\]|\\\\.)*\") (?:at|单价) (-?[\\d.]+) ([A-Z]{3})");
    private static final Pattern FACT = Pattern.compile("([\\p{L}\\p{N} .-]+) (\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern CHOICE = Pattern.compile(
            "(promotion|service|推广|服务)/(" + String.join("|", Dictionary.channels()) + "): (yes|no|是|否)");

    /** Stands where nothing was told: a cell of a table loses the blanks at its end. */
    private static final String NONE = "-";

    private static final List<Kind> KINDS = TellingKinds.all();

    private final ZoneId zone;
    private final boolean chinese;
    private final Map<String, String> numbers = new HashMap<>();

    /** @param zone in which moments are written */
    Telling(ZoneId zone, boolean chinese) {
        this.zone = zone;
        this.chinese = chinese;
    }

    /** What was read: an event without its time. */
    public record Told(String type, EventData data) {}

    /** One kind of event: its sentence, the values of an event for it (null: another kind), and the way back. */
    record Kind(Form form, Writer writer, Function<Read, Told> reader) {}

    interface Writer {
        @Nullable
        Map<String, String> of(CustomerEvent event, Telling telling);
    }

    /** The values of a sentence that was read. */
    record Read(Map<String, String> values, ZoneId zone) {

        String text(String place) {
            return Form.unquoted(word(place));
        }

        String word(String place) {
            return Objects.requireNonNull(values.get(place), place);
        }

        Channel channel() {
            return Dictionary.channel(word("channel"));
        }

        Purpose purpose() {
            return purposeOf(word("purpose"));
        }
    }

    /** The sentence of an event; null when there is none for it. */
    @Nullable
    String written(CustomerEvent event) {
        for (var kind : KINDS) {
            var values = kind.writer().of(event, this);
            if (values != null) {
                return kind.form().written(values, chinese);
            }
        }
        return null;
    }

    public static Told read(String sentence, ZoneId zone) {
        for (var kind : KINDS) {
            var values = kind.form().read(sentence.strip());
            if (values != null) {
                return kind.reader().apply(new Read(values, zone));
            }
        }
        throw new UnclearStep("Nothing happens like this: [" + sentence + "]", "say it like one of these: "
                + KINDS.stream().map(kind -> kind.form().english()).collect(Collectors.joining("; ")));
    }

    /** A number for an id, the same for the same id. */
    String number(String kind, String id) {
        return numbers.computeIfAbsent(kind + "/" + id, _ -> Long.toString(
                1 + numbers.keySet().stream().filter(known -> known.startsWith(kind + "/")).count()));
    }

    /** An occasion with the example's numbers for the ids that it names. */
    String occasion(String occasion) {
        var renamed = occasion;
        for (var known : new TreeMap<>(numbers).descendingMap().entrySet()) {
            renamed = renamed.replace(known.getKey().substring(known.getKey().indexOf('/') + 1), known.getValue());
        }
        return renamed;
    }

    boolean inChinese() {
        return chinese;
    }

    ZoneId zone() {
        return zone;
    }

    String channel(Channel channel) {
        return Dictionary.word(channel, chinese);
    }

    String purpose(Purpose purpose) {
        return chinese ? purpose == Purpose.PROMOTION ? "推广" : "服务" : purpose.word();
    }

    static Purpose purposeOf(String word) {
        return word.equals("promotion") || word.equals("推广") ? Purpose.PROMOTION : Purpose.SERVICE;
    }

    String lines(EventData.Order order) {
        return order.lines().stream().map(line -> order.booked() == null
                ? line(line.quantity().toPlainString(), line, line.unitPrice().toPlainString(), order.currency())
                : line("1", line, order.amount(line).toString(), order.booksCurrency())).collect(Collectors.joining(", "));
    }

    /** Of another currency the scenario tells what the line comes to in the books, since rules see nothing else. */
    private String line(String pieces, EventData.OrderLine line, String price, String currency) {
        return pieces + " x " + Form.quoted(line.description()) + (chinese ? " 单价 " : " at ") + price + " " + currency;
    }

    static EventData.Order order(String id, String lines) {
        var found = LINE.matcher(lines).results().toList();
        if (found.isEmpty()) {
            throw new UnclearStep("No order line in [" + lines + "]", "write: 2 x \"SCENTED CANDLE\" at 3.39 EUR.");
        }
        var read = new ArrayList<EventData.OrderLine>();
        for (var line : found) {
            var what = Form.unquoted(line.group(2));
            read.add(new EventData.OrderLine(
                    what, what, new BigDecimal(line.group(1)), new BigDecimal(line.group(3)), null, null));
        }
        return new EventData.Order(id, found.getFirst().group(4), read);
    }

    static String facts(Map<String, String> traits) {
        return traits.isEmpty() ? NONE
                : new TreeMap<>(traits).entrySet().stream().map(trait -> trait.getKey() + " " + Form.quoted(trait.getValue()))
                        .collect(Collectors.joining(", "));
    }

    static Map<String, String> traits(String facts) {
        var traits = new LinkedHashMap<String, String>();
        FACT.matcher(facts).results().forEach(fact -> traits.put(fact.group(1).strip(), Form.unquoted(fact.group(2))));
        return traits;
    }

    String choices(List<EventData.ConsentChoice> choices) {
        return choices.isEmpty() ? NONE
                : choices.stream().map(choice -> purpose(choice.purpose()) + "/" + channel(choice.channel()) + ": "
                        + (chinese ? choice.given() ? "是" : "否" : choice.given() ? "yes" : "no"))
                        .collect(Collectors.joining(", "));
    }

    static List<EventData.ConsentChoice> choicesOf(String text) {
        return CHOICE.matcher(text).results().map(choice -> new EventData.ConsentChoice(Dictionary.channel(choice.group(2)),
                purposeOf(choice.group(1)), choice.group(3).equals("yes") || choice.group(3).equals("是"))).toList();
    }

    /** By which type a message of a channel comes in. */
    static String typeOf(Channel channel) {
        return switch (channel) {
            case EMAIL -> EventTypes.EMAIL_RECEIVED;
            case CALL_CENTRE -> "call.received";
            case CHAT, MOBILE, SOCIAL -> "chat.message";
            default -> channel.word() + ".received";
        };
    }
}
