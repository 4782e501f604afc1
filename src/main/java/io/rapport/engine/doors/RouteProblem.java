package io.rapport.engine.doors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.dsl.yaml.common.exception.YamlDeserializationException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A route file that cannot take effect, told as {@code file:line:column}. */
final class RouteProblem extends Exception {

    private static final long serialVersionUID = 1L;
    private static final Pattern IN_TEXT = Pattern.compile("line[ =](\\d+)(?:, column[ =](\\d+))?");

    private RouteProblem(String message, Throwable cause) {
        super(message, cause);
    }

    static RouteProblem in(RouteFile file, Throwable failure) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
                return at(file, marked.getProblemMark().get(), marked);
            }
            deepest = cause;
        }
        Matcher place = IN_TEXT.matcher(String.valueOf(deepest.getMessage()));
        String line = place.find() ? ":" + place.group(1) + (place.group(2) == null ? "" : ":" + place.group(2)) : "";
        return new RouteProblem("routes/" + file.name() + line + "  " + firstLine(deepest), failure);
    }

    static RouteProblem twice(RouteFile file, String routeId, String other) {
        return new RouteProblem("routes/" + file.name() + "  the route [" + routeId + "] is already in [" + other
                + "]\nMaybe one of them needs another id: the name of its file without digits.",
                new IllegalStateException(routeId));
    }

    private static RouteProblem at(RouteFile file, Mark mark, MarkedYamlEngineException marked) {
        int column = mark.getColumn();
        String problem = marked instanceof YamlDeserializationException ? firstLine(marked) : marked.getProblem();
        String line = file.text().lines().skip(mark.getLine()).findFirst().orElse("").stripTrailing();
        return new RouteProblem("routes/%s:%d:%d  %s%n    %s%n    %s^".formatted(
                file.name(), mark.getLine() + 1, column + 1, problem, line, " ".repeat(column)), marked);
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
