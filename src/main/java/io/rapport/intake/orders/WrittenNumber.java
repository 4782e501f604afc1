package io.rapport.intake.orders;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number as shops, spreadsheets and people write it: {@code 1,234.56}, {@code 1'234,56}, {@code (5.50)}, {@code 5.50-},
 * {@code .99}, {@code 1e3}, with digits of any script. The sign before the decimals is a setting; a number that contradicts it is
 * not read but {@linkplain Contrary asked about}.
 */
final class WrittenNumber {

    private static final Pattern PLAIN = Pattern.compile("(?:\\d{1,15}(?:\\.\\d{0,20})?|\\.\\d{1,20})");

    private static final Pattern SHORT = Pattern.compile("\\d(?:\\.\\d{1,14})?[eE][+-]?0?\\d{1,2}");

    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d{0,20})?");

    private static final Pattern EITHER_SIGN = Pattern.compile("\\d*(?:[.,]\\d+)+");

    /** Western and eastern groups: a space or an apostrophe between digits separates nothing but thousands. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)[\\p{Z}'\u2019](?=\\d{3}(?!\\d))");

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private WrittenNumber() {}

    /** A number of which the setting says one thing and the writing another. */
    static final class Contrary extends Exception {

        private static final long serialVersionUID = 1L;

        private final String readings;

        Contrary(String readings) {
            this.readings = readings;
        }

        /** What it may mean: {@code 12.50 or 1250}. */
        String readings() {
            return readings;
        }
    }

    /**
     * The number; empty if it is none.
     *
     * @param decimal the sign before the decimals, point or comma
     * @throws Contrary if it is one, but with the other sign
     */
    static Optional<BigDecimal> read(String written, char decimal) throws Contrary {
        String text = BETWEEN.matcher(western(written)).replaceAll("");
        boolean below = text.startsWith("-") || text.endsWith("-") || text.startsWith("(") && text.endsWith(")");
        String amount = text.startsWith("(") && text.endsWith(")")
                ? text.substring(1, text.length() - 1)
                : text.endsWith("-") ? text.substring(0, text.length() - 1) : text.replaceFirst("^[+-]", "");
        Optional<BigDecimal> number = amount(decimal == ',' ? swapped(amount) : amount);
        if (number.isEmpty() && EITHER_SIGN.matcher(amount).matches()) {
            throw contrary(amount, decimal, below);
        }
        return below ? number.map(BigDecimal::negate) : number;
    }

    private static Optional<BigDecimal> amount(String text) {
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.endsWith(".") ? text + "0" : text));
        }
        if (GROUPED.matcher(text).matches()) {
            return amount(text.replace(",", ""));
        }
        if (SHORT.matcher(text).matches()) {
            var number = new BigDecimal(text);
            return number.compareTo(LARGEST) < 0 && number.scale() <= 20
                    ? Optional.of(number.scale() < 0 ? number.setScale(0) : number)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Contrary contrary(String amount, char decimal, boolean below) {
        String sign = below ? "-" : "";
        String asDecimals = amount(decimal == ',' ? amount : swapped(amount)).map(BigDecimal::toPlainString).orElse("");
        String asThousands = amount.replaceAll("[.,]", "").replaceFirst("^0+(?=\\d)", "");
        return new Contrary(asDecimals.isEmpty() ? sign + asThousands : sign + asDecimals + " or " + sign + asThousands);
    }

    private static String swapped(String text) {
        return text.replace('.', '\0').replace(',', '.').replace('\0', ',');
    }

    /** Digits and signs of every script and width as those of ASCII. */
    private static String western(String written) {
        var western = new StringBuilder(written.length());
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().codePoints().forEach(character -> {
            int digit = Character.isDigit(character) ? Character.digit(character, 10) : -1;
            western.appendCodePoint(digit >= 0 ? '0' + digit : switch (character) {
                case '\u2212', '\u2010', '\u2011', '\u2013' -> '-';
                case '\u066B', '\u3002' -> '.';
                case '\u066C' -> '\'';
                default -> character;
            });
        });
        return western.toString();
    }
}
