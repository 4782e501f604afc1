package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with one file, so that all of it is said at once. */
public final class Problems {

    /** More than these nobody reads. */
    private static final int MOST = 100;

    private final String file;
    private final List<String> lines;
    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    public Problems(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    public String file() {
        return file;
    }

    public List<Problem> found() {
        return found;
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Said, but no reason to refuse the file. */
    public void warn(Place place, String message, String suggestion) {
        if (warnings.size() < MOST) {
            warnings.add(at(place, message, suggestion, "").asWarning());
        }
    }

    /** What can be read in two ways: nobody guesses, its author is asked. */
    public void ask(Place place, String message, String suggestion) {
        if (warnings.size() < MOST) {
            warnings.add(at(place, message, suggestion, "").asQuestion());
        }
    }

    /** Gives the problems found since then an example, where they have none. */
    public void exampleSince(int before, String example) {
        for (var i = before; i < found.size(); i++) {
            found.set(i, found.get(i).withExample(example));
        }
    }

    /** Whether what comes now would not be shown: a reader stops looking for it. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    /** About the file as a whole. */
    public void add(String message, String suggestion) {
        add(new Problem(file, 0, 0, 0, message, "", suggestion, ""));
    }

    public void add(Place place, String message, String suggestion, String example) {
        add(at(place, message, suggestion, example));
    }

    public Problem at(Place place, String message, String suggestion, String example) {
        var text = place.line() >= 1 && place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
        return new Problem(file, place.line(), place.column(), place.length(), message, text, suggestion, example);
    }

    /** A line without the blanks around it. */
    public Place line(int number) {
        var line = number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
        return new Place(number, line.length() - line.stripLeading().length() + 1, Math.max(1, line.strip().length()));
    }

    public void add(Place place, String message, String suggestion) {
        add(place, message, suggestion, "");
    }

    public void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    public static String maybe(String found, Collection<String> words) {
        var nearest = Text.nearest(found, words);
        return nearest == null ? "" : "Maybe you meant " + nearest + ".";
    }

    /** Some characters of a line, columns from 1. */
    public record Place(int line, int column, int length) {

        /** A part of this place, {@code from} counted from its start. */
        public Place part(int from, int partLength) {
            return new Place(line, column + from, partLength);
        }
    }
}
