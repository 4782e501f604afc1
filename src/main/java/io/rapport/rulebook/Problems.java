package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with one file, so that all of it is said at once. */
final class Problems {

    /** More than these nobody reads. */
    private static final int MOST = 100;

    private final String file;
    private final List<String> lines;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    String file() {
        return file;
    }

    List<Problem> found() {
        return found;
    }

    /** About the file as a whole. */
    void add(String message, String suggestion) {
        add(new Problem(file, 0, 0, 0, message, "", suggestion, ""));
    }

    void add(Place place, String message, String suggestion, String example) {
        var text = place.line() >= 1 && place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
        add(new Problem(file, place.line(), place.column(), place.length(), message, text, suggestion, example));
    }

    void add(Place place, String message, String suggestion) {
        add(place, message, suggestion, "");
    }

    void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    static String maybe(String found, Collection<String> words) {
        var nearest = Text.nearest(found, words);
        return nearest == null ? "" : "Maybe you meant " + nearest + ".";
    }

    /** Some characters of a line, columns from 1. */
    record Place(int line, int column, int length) {

        /** A part of this place, {@code from} counted from its start. */
        Place part(int from, int partLength) {
            return new Place(line, column + from, partLength);
        }
    }
}
