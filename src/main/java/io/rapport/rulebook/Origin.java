package io.rapport.rulebook;

/**
 * Where a rule or a part of it stands.
 *
 * @param file path below the rules folder
 * @param line from 1
 */
public record Origin(String file, int line) {

    @Override
    public String toString() {
        return "rules/" + file + ":" + line;
    }
}
