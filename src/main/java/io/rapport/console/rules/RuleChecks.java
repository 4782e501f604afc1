package io.rapport.console.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import io.rapport.publishing.Publisher;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;

/** Checks files of an author as if they stood among the live ones; nothing is published. */
@Component
public class RuleChecks {

    private final Publisher publisher;

    private final RulebookCompiler compiler = new RulebookCompiler();

    RuleChecks(Publisher publisher) {
        this.publisher = publisher;
    }

    /**
     * All errors; warnings only about the files asked for.
     *
     * @param files path below the rules folder to text
     */
    public List<Problem> check(Map<String, String> files) {
        var texts = new TreeMap<>(publisher.live().files().texts());
        texts.putAll(files);
        return compiler.check(new RuleFiles(texts)).stream()
                .filter(problem -> problem.isError() || files.containsKey(problem.file())).toList();
    }

    /** The live text of a file, empty if there is none. */
    public String live(String path) {
        return publisher.live().files().texts().getOrDefault(path, "");
    }

    /** The paths of all live rule files. */
    public List<String> paths() {
        return List.copyOf(publisher.live().files().texts().keySet());
    }
}
