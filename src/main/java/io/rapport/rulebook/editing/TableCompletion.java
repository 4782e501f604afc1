package io.rapport.rulebook.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.rapport.rulebook.Completion;
import io.rapport.rulebook.Consequence.Cap.Counts;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Stratum;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.reading.CellWording;
import io.rapport.rulebook.reading.Column;
import io.rapport.rulebook.reading.HeaderReader;
import io.rapport.rulebook.reading.SampleCells;
import io.rapport.rulebook.reading.TableText;

/** What may come next in a table: in its head, in the names of its columns, in a cell. */
public final class TableCompletion {

    private final CompletionWords words;
    private final TableText table;
    private final List<String> lines;

    public TableCompletion(CompletionWords words, List<String> lines) {
        this.words = words;
        this.lines = lines;
        this.table = TableText.of(lines);
    }

    public Stream<Completion> proposals() {
        var last = lines.getLast();
        if (last.startsWith("#")) {
            return Completion.ofHead(last.substring(1), "#");
        }
        var cells = cells(last);
        var begun = cells.getLast().replace("\"", "").strip().toLowerCase(Locale.ROOT);
        if (table.first() >= lines.size() - 1) {
            return headers().filter(each -> each.text().toLowerCase(Locale.ROOT).contains(begun))
                    .map(each -> new Completion(table.written(each.text()), each.help()));
        }
        var names = cells(lines.get(table.first()));
        if (cells.size() > names.size()) {
            return Stream.of();
        }
        var column = new HeaderReader(words.stratum(), new Problems("", List.of()))
                .read(names.get(cells.size() - 1).replace("\"", ""), new Problems.Place(1, 1, 1));
        return contents(column).filter(each -> each.toLowerCase(Locale.ROOT).startsWith(begun))
                .map(each -> new Completion(table.written(each), ""));
    }

    private Stream<Completion> headers() {
        var found = new ArrayList<Completion>();
        words.terms().filter(term -> term.type() != Term.Type.YES_NO)
                .forEach(term -> found.add(new Completion(words.name(term), words.help(term))));
        words.concepts().forEach(concept -> found.add(new Completion(words.name(concept), "")));
        if (words.stratum() == Stratum.LIMITS) {
            for (var counts : Counts.values()) {
                found.add(new Completion(HeaderReader.name(new Column.Most(counts), words.chinese()), ""));
            }
            for (var kind : Column.Limit.Kind.values()) {
                found.add(new Completion(HeaderReader.name(new Column.Limit(kind), words.chinese()), ""));
            }
        }
        Stream.of("because", "原因", words.chinese() ? "备注" : "note").forEach(name -> found.add(new Completion(name, "")));
        return found.stream();
    }

    private Stream<String> contents(@org.jspecify.annotations.Nullable Column column) {
        return switch (column) {
            case Column.Concludes concludes -> words.values(concludes.concept().values()).stream();
            case Column.Reads reads -> Stream.concat(words.values(reads.term().values()).stream(),
                    SampleCells.of(reads.term()).stream().map(check -> new CellWording(words.chinese()).of(reads, check)));
            case null, default -> Stream.of();
        };
    }

    private List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var quoted = false;
        var from = 0;
        for (var at = 0; at < line.length(); at++) {
            quoted ^= line.charAt(at) == '"';
            if (line.charAt(at) == table.separator() && !quoted) {
                cells.add(line.substring(from, at));
                from = at + 1;
            }
        }
        cells.add(line.substring(from));
        return cells;
    }
}
