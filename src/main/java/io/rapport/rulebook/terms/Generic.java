package io.rapport.rulebook.terms;

import io.rapport.rulebook.Phrase;
import io.rapport.rulebook.Phrase.Shape;

/** The wordings that follow from a noun alone. */
final class Generic {

    private Generic() {}

    static Phrase of(Shape shape, String english, String chinese) {
        return new Phrase(shape, "the " + english + " " + english(shape), chinese + chinese(shape));
    }

    private static String english(Shape shape) {
        return switch (shape) {
            case AT_LEAST -> "is at least {number}";
            case AT_MOST -> "is at most {number}";
            case ABOVE -> "is above {number}";
            case BELOW -> "is below {number}";
            case BETWEEN -> "is from {number} to below {number2}";
            case EXACTLY -> "is exactly {number}";
            case IS -> "is {value}";
            case IS_NOT -> "is not {value}";
            case ONE_OF -> "is one of {values}";
            case OR_ABOVE -> "is {value} or above";
            case OR_BELOW -> "is {value} or below";
            case MENTIONS -> "mentions {words}";
            case KNOWN -> "is known";
            case UNKNOWN -> "is unknown";
            case YES, NO, WITHIN, NOT_WITHIN ->
                throw new IllegalArgumentException("A yes or no, or a day, has a sentence of its own");
        };
    }

    private static String chinese(Shape shape) {
        return switch (shape) {
            case AT_LEAST -> "至少为{number}";
            case AT_MOST -> "不超过{number}";
            case ABOVE -> "高于{number}";
            case BELOW -> "低于{number}";
            case BETWEEN -> "从{number}到低于{number2}";
            case EXACTLY -> "正好是{number}";
            case IS -> "是{value}";
            case IS_NOT -> "不是{value}";
            case ONE_OF -> "是{values}之一";
            case OR_ABOVE -> "是{value}或以上";
            case OR_BELOW -> "是{value}或以下";
            case MENTIONS -> "提到{words}";
            case KNOWN -> "已知";
            case UNKNOWN -> "未知";
            case YES, NO, WITHIN, NOT_WITHIN ->
                throw new IllegalArgumentException("A yes or no, or a day, has a sentence of its own");
        };
    }
}
