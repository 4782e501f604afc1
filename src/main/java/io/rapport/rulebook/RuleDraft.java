package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;

import io.rapport.rulebook.Problems.Place;

/** A rule being read: its parts with their places, before scope and strata are checked. */
final class RuleDraft {

    record When(Condition condition, Place place) {}

    record Then(Consequence consequence, Place place) {}

    private final int number;
    private final String name;
    private final Place place;
    private final List<When> when = new ArrayList<>();
    private final List<Then> then = new ArrayList<>();
    private String english = "";
    private String chinese = "";
    private Place becausePlace;

    RuleDraft(int number, String name, Place place) {
        this.number = number;
        this.name = name;
        this.place = place;
        this.becausePlace = place;
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    List<When> when() {
        return when;
    }

    List<Then> then() {
        return then;
    }

    /** The last text in a language counts. */
    void because(String text, boolean inChinese, Place at) {
        becausePlace = at;
        if (inChinese) {
            chinese = text;
        } else {
            english = text;
        }
    }

    String because(boolean inChinese) {
        return inChinese ? chinese : english;
    }

    Place becausePlace() {
        return becausePlace;
    }
}
