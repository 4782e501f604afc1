package io.rapport.policy.steps;

import io.rapport.facts.Action;
import io.rapport.facts.Memory;
import io.rapport.rulebook.Templates;

/** A message as its receiver reads it. */
final class Written {

    static final String USUAL = "en";

    private Written() {}

    /** Which language somebody is written in, where the template is there in it. */
    static String language(Memory memory) {
        return memory.traits().getOrDefault("language", USUAL);
    }

    /** Subject and text. */
    static String of(Templates templates, Action action, Memory memory) {
        var written = templates.render(action.what(), language(memory), action.values());
        return written.subject() + "\n" + written.text();
    }
}
