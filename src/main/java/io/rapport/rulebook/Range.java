package io.rapport.rulebook;

import io.rapport.rulebook.Phrase.Shape;

/** A number's bounds in words. */
public final class Range {

    private Range() {}

    public static Shape shape(Check.Between range) {
        if (range.from() == range.to()) {
            return Shape.EXACTLY;
        }
        if (Double.isInfinite(range.to())) {
            return range.fromIncluded() ? Shape.AT_LEAST : Shape.ABOVE;
        }
        if (Double.isInfinite(range.from())) {
            return range.toIncluded() ? Shape.AT_MOST : Shape.BELOW;
        }
        return Shape.BETWEEN;
    }

    static String filled(String pattern, Check.Between range) {
        var first = Double.isInfinite(range.from()) ? range.to() : range.from();
        return Numbers.filled(pattern, first).replace("{number2}", Numbers.exact(range.to()));
    }

    /** {@code below 15}, {@code 15 to below 35}, {@code 35 and above}. */
    public static String words(Check.Between range) {
        var from = Numbers.exact(range.from());
        var to = Numbers.exact(range.to());
        return switch (shape(range)) {
            case EXACTLY -> from;
            case AT_LEAST -> from + " and above";
            case ABOVE -> "above " + from;
            case AT_MOST -> "at most " + to;
            case BELOW -> "below " + to;
            default -> (range.fromIncluded() ? "" : "above ") + from + " to " + (range.toIncluded() ? "" : "below ") + to;
        };
    }

    /** {@code 低于15}, {@code 15到低于35}, {@code 35及以上}. */
    static String chinese(Check.Between range) {
        var from = Numbers.exact(range.from());
        var to = Numbers.exact(range.to());
        return switch (shape(range)) {
            case EXACTLY -> from;
            case AT_LEAST -> from + "及以上";
            case ABOVE -> "高于" + from;
            case AT_MOST -> "不超过" + to;
            case BELOW -> "低于" + to;
            default -> (range.fromIncluded() ? "" : "高于") + from + "到" + (range.toIncluded() ? "" : "低于") + to;
        };
    }
}
