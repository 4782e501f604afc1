package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.List;

import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Problems.Place;

/** A rule being read: its parts with their places, before scope and strata are checked. */
public final class RuleDraft {

    public record When(Condition condition, Place place) {}

    public record Then(Consequence consequence, Place place) {}

    private final int number;
    private final String name;
    private final Place place;
    private final List<When> when = new ArrayList<>();
    private final List<Then> then = new ArrayList<>();
    private String english = "";
    private String chinese = "";
    private Place becausePlace;

    public RuleDraft(int number, String name, Place place) {
        this.number = number;
        this.name = name;
        this.place = place;
        this.becausePlace = place;
    }

    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public Place place() {
        return place;
    }

    public List<When> when() {
        return when;
    }

    public List<Then> then() {
        return then;
    }

    /** The last text in a language counts. */
    public void because(String text, boolean inChinese, Place at) {
        becausePlace = at;
        if (inChinese) {
            chinese = text;
        } else {
            english = text;
        }
    }

    public String because(boolean inChinese) {
        return inChinese ? chinese : english;
    }

    Place becausePlace() {
        return becausePlace;
    }
}
