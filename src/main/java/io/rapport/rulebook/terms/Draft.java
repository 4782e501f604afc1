package io.rapport.rulebook.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.rapport.facts.Situation.Scope;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Phrase;
import io.rapport.rulebook.Phrase.Shape;
import io.rapport.rulebook.Source;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** A term in the making; {@link #done()} adds the wordings that every term of its type has. */
final class Draft {

    private final String id;
    private final Term.Type type;
    private final Scope scope;
    private String english = "";
    private String chinese = "";
    private String help = "";
    private String unit = "";
    private double least = Double.NEGATIVE_INFINITY;
    private double most = Double.POSITIVE_INFINITY;
    private boolean whole;
    private List<Term.Word> values = List.of();
    private boolean isOrdered = true;
    private final List<Phrase> phrases = new ArrayList<>();
    private @Nullable String concept;
    private Source.@Nullable Figure figure;
    private Source.@Nullable Wordy wording;
    private Motion motion = new Motion.Still();
    private Source.@Nullable Anchor anchor;

    private Draft(String id, Term.Type type, Scope scope) {
        this.id = id;
        this.type = type;
        this.scope = scope;
    }

    static Draft number(Scope scope, String id, Source.Figure figure) {
        var draft = new Draft(id, Term.Type.NUMBER, scope);
        draft.figure = figure;
        return draft;
    }

    static Draft yesNo(Scope scope, String id, Source.Figure figure) {
        var draft = new Draft(id, Term.Type.YES_NO, scope);
        draft.figure = figure;
        return draft;
    }

    static Draft word(Scope scope, String id, Source.Wordy wording) {
        var draft = new Draft(id, Term.Type.WORD, scope);
        draft.wording = wording;
        return draft;
    }

    static Draft text(Scope scope, String id, Source.Wordy wording) {
        var draft = new Draft(id, Term.Type.TEXT, scope);
        draft.wording = wording;
        return draft;
    }

    /** Of the year. */
    static Draft day(Scope scope, String id, Source.Figure figure) {
        var draft = new Draft(id, Term.Type.DAY, scope);
        draft.figure = figure;
        return draft;
    }

    Draft noun(String inEnglish, String inChinese) {
        english = inEnglish;
        chinese = inChinese;
        return this;
    }

    Draft help(String text) {
        help = text;
        return this;
    }

    Draft unit(String word) {
        unit = word;
        return this;
    }

    /** It is an amount in the books' currency. */
    Draft money() {
        return unit(Term.MONEY);
    }

    Draft bounds(double smallest, double largest) {
        least = smallest;
        most = largest;
        return this;
    }

    Draft whole() {
        whole = true;
        least = Math.max(least, 0);
        return this;
    }

    Draft values(List<Term.Word> words) {
        values = words;
        return this;
    }

    /** Its words have no higher and lower. */
    Draft unordered() {
        isOrdered = false;
        return this;
    }

    Draft say(Shape shape, String inEnglish, String inChinese) {
        phrases.add(new Phrase(shape, inEnglish, inChinese));
        return this;
    }

    Draft reads(String ofConcept) {
        concept = ofConcept;
        return this;
    }

    Draft moving(Motion how) {
        motion = how;
        return this;
    }

    Draft anchor(Source.Anchor occasion) {
        anchor = occasion;
        return this;
    }

    Term done() {
        for (var shape : shapes()) {
            phrases.add(Generic.of(shape, english, chinese));
        }
        return new Term(id, type, scope, english, chinese, help, unit, least, most, whole, values, phrases, concept,
                new Source(figure, wording, motion, anchor));
    }

    private List<Shape> shapes() {
        return switch (type) {
            case YES_NO, DAY -> List.of();
            case TEXT -> List.of(Shape.MENTIONS, Shape.KNOWN, Shape.UNKNOWN);
            case NUMBER -> Arrays.asList(Shape.AT_LEAST, Shape.AT_MOST, Shape.ABOVE, Shape.BELOW, Shape.BETWEEN, Shape.EXACTLY,
                    Shape.KNOWN, Shape.UNKNOWN);
            case WORD -> values.isEmpty()
                    ? List.of(Shape.KNOWN, Shape.UNKNOWN, Shape.IS_NOT, Shape.IS)
                    : !isOrdered ? List.of(Shape.ONE_OF, Shape.IS_NOT, Shape.IS)
                            : List.of(Shape.KNOWN, Shape.UNKNOWN, Shape.OR_ABOVE, Shape.OR_BELOW, Shape.ONE_OF, Shape.IS_NOT,
                                    Shape.IS);
        };
    }
}
