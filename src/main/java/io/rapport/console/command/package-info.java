/**
 * The command line: one {@code rapport} command, for a person at a terminal and for a script.
 *
 * <p>In: words after {@code rapport}. {@code check}, {@code examples}, {@code steps} and a dry run over a file work on files alone,
 * without an engine and without Spring, so that they answer within seconds; the others ask a running engine over its
 * {@code /api}.
 *
 * <p>Out: answers on standard output, as aligned text or with {@code --json} as one JSON document; progress and errors on standard
 * error; an {@link io.rapport.console.command.ExitCode}.
 *
 * <p>One more subcommand is one class that extends {@link io.rapport.console.command.Subcommand}, one line in
 * {@link io.rapport.console.command.RapportCommand}, and its words in {@code command.properties} and
 * {@code command_zh.properties}.
 */
@NullMarked
package io.rapport.console.command;

import org.jspecify.annotations.NullMarked;
