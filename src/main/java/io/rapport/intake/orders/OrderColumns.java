package io.rapport.intake.orders;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.rapport.facts.Currencies;
import io.rapport.intake.NearestWord;
import io.rapport.intake.Nobody;
import org.jspecify.annotations.Nullable;

/**
 * How one shop writes its orders, as the route file says it: {@code column.<field>} names a column, {@code type.<word>} an event
 * type, {@code shop.*} and {@code file.*} the rest.
 *
 * @param system name of the order system, part of every event's id
 * @param customerPrefix put before customer numbers where two systems number their customers alike; usually empty
 * @param zone of times without an offset
 * @param currency of amounts that do not say theirs, ISO 4217
 * @param returns an order whose number is this and digits came back; empty if only the sign of the quantity says it
 * @param names column by field
 * @param types event type by the file's word, upper case
 * @param currencies code by the file's word for a currency, upper case: {@code USD} for {@code $}
 * @param statuses what has become of an order, by the file's word, as {@link OrderStatus#plain}
 * @param charset of CSV files
 * @param decimal point or comma
 * @param days whether day or month stands first in {@code 01/12/2026}
 * @param comments a line before the header that starts so is skipped; empty for none
 * @param commentsBetween a line below the header that starts so is skipped; empty, as usual, for none: numbers may start so
 * @param nobody what stands where an order has no customer
 */
public record OrderColumns(
        String system,
        String customerPrefix,
        ZoneId zone,
        String currency,
        String returns,
        Map<OrderField, String> names,
        Map<String, String> types,
        Map<String, String> currencies,
        Map<String, OrderStatus> statuses,
        Charset charset,
        char decimal,
        WrittenTime.DayOrder days,
        String comments,
        String commentsBetween,
        Nobody nobody) {

    private static final List<String> SETTINGS = List.of("shop.system", "shop.customer-prefix", "shop.time-zone", "shop.currency",
            "shop.returns", "shop.nobody", "file.charset", "file.decimal", "file.days", "file.comments",
            "file.comments-between");

    /** Of a shop that says nothing about it. */
    public static final String USUAL_CURRENCY = "GBP";

    public OrderColumns {
        names = Map.copyOf(names);
        types = Map.copyOf(types);
        currencies = Map.copyOf(currencies);
        statuses = Map.copyOf(statuses);
    }

    /**
     * Reads the variables of a route.
     *
     * @throws IllegalArgumentException naming the variable that means nothing and the one probably meant
     */
    public static OrderColumns of(Map<String, ?> variables) {
        Map<OrderField, String> names = new EnumMap<>(OrderField.class);
        Map<String, String> types = new HashMap<>();
        Map<String, String> currencies = new HashMap<>(Map.of("€", "EUR", "RMB", "CNY", "人民币", "CNY"));
        Map<String, OrderStatus> statuses = new HashMap<>();
        Map<String, String> settings = new HashMap<>();
        variables.forEach((name, value) -> {
            String text = String.valueOf(value);
            if (name.startsWith("column.")) {
                names.put(field(name), text.strip());
            } else if (name.startsWith("type.")) {
                types.put(name.substring("type.".length()).toUpperCase(Locale.ROOT), text.strip());
            } else if (name.startsWith("currency.")) {
                String word = name.substring("currency.".length());
                currencies.put(word.strip().toUpperCase(Locale.ROOT), currency(name, text));
            } else if (name.startsWith("status.")) {
                statuses.put(OrderStatus.plain(name.substring("status.".length())), status(name, text));
            } else if (name.startsWith("shop.") || name.startsWith("file.")) {
                settings.put(known(name), text);
            }
        });
        UnaryOperator<@Nullable String> setting = settings::get;
        return new OrderColumns(orElse(setting.apply("shop.system"), "orders"), orElse(setting.apply("shop.customer-prefix"), ""),
                zone(orElse(setting.apply("shop.time-zone"), "UTC")),
                currency("shop.currency", orElse(setting.apply("shop.currency"), USUAL_CURRENCY)),
                orElse(setting.apply("shop.returns"), ""), names, types, currencies, statuses,
                charset(orElse(setting.apply("file.charset"), "UTF-8")),
                orElse(setting.apply("file.decimal"), ".").charAt(0), days(setting.apply("file.days")),
                orElse(setting.apply("file.comments"), ""), orElse(setting.apply("file.comments-between"), ""),
                Nobody.of(setting.apply("shop.nobody")));
    }

    /** The column's name, the field's own word where the route names none. */
    String name(OrderField field) {
        return names.getOrDefault(field, field.word());
    }

    /** Whether the number of an order says that it came back: {@code C536379}, but not {@code CA-2017-152156}. */
    boolean isReturn(String order) {
        return !returns.isEmpty() && order.startsWith(returns) && order.length() > returns.length()
                && order.chars().skip(returns.length()).allMatch(Character::isDigit);
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static OrderField field(String variable) {
        String word = variable.substring("column.".length());
        return OrderField.ofWord(word).orElseThrow(() -> new IllegalArgumentException(
                "No order has a field [" + word + "], as the route's variable " + variable + " says"
                        + NearestWord.advice(word, OrderField.words())));
    }

    private static String known(String variable) {
        if (!SETTINGS.contains(variable)) {
            throw new IllegalArgumentException(
                    "No such setting of an order route: [" + variable + "]" + NearestWord.advice(variable, SETTINGS));
        }
        return variable;
    }

    private static WrittenTime.DayOrder days(@Nullable String word) {
        return switch (orElse(word, "")) {
            case "" -> WrittenTime.DayOrder.UNKNOWN;
            case "day-first" -> WrittenTime.DayOrder.DAY_FIRST;
            case "month-first" -> WrittenTime.DayOrder.MONTH_FIRST;
            default -> throw new IllegalArgumentException("file.days needs [day-first] or [month-first], found [" + word + "]"
                    + NearestWord.advice(String.valueOf(word), List.of("day-first", "month-first")));
        };
    }

    /** The code of what a cell calls a currency; empty if nobody knows it. */
    Optional<String> currency(String written) {
        String word = written.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(currencies.get(word)).or(() -> Currencies.code(word));
    }

    /** What the shop means by a word for what has become of an order; empty if nobody knows. */
    Optional<OrderStatus> status(String written) {
        return Optional.ofNullable(statuses.get(OrderStatus.plain(written))).or(() -> OrderStatus.usual(written));
    }

    private static OrderStatus status(String variable, String word) {
        return OrderStatus.ofWord(word).orElseThrow(() -> new IllegalArgumentException(variable + " needs one of "
                + String.join(", ", OrderStatus.words()) + ", found [" + word + "]"
                + NearestWord.advice(word, OrderStatus.words())));
    }

    private static String currency(String variable, String word) {
        return Currencies.code(word)
                .orElseThrow(() -> new IllegalArgumentException(variable + " needs the code of a currency, found ["
                        + word + "]" + NearestWord.advice(word, Currencies.USUAL)));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("shop.time-zone needs the name of a time zone, found [" + name + "]"
                    + NearestWord.advice(name, ZoneId.getAvailableZoneIds()), e);
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("file.charset needs the name of a charset, found [" + name + "]"
                    + NearestWord.advice(name, Charset.availableCharsets().keySet()), e);
        }
    }
}
