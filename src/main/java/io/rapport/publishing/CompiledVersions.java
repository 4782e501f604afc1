package io.rapport.publishing;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rapport.rulebook.Rulebook;

/** The last few versions as they were compiled, so that going over to one of them takes no time. Those beyond are closed. */
@Component
final class CompiledVersions {

    private final Map<String, Rulebook> byHash = new LinkedHashMap<>();
    private final int most;

    CompiledVersions(PublishingSettings settings) {
        this.most = Math.max(1, settings.keepCompiled());
    }

    @Nullable
    synchronized Rulebook find(String hash) {
        return byHash.get(hash);
    }

    /**
     * Keeps a version as the latest and closes those for which there is no room, if they are not the live one.
     *
     * @param live the hash of what decides
     */
    synchronized void keep(Rulebook rulebook, String live) {
        Rulebook same = byHash.remove(rulebook.version());
        if (same != null && same != rulebook) {
            same.close();
        }
        byHash.put(rulebook.version(), rulebook);
        Iterator<Rulebook> oldest = byHash.values().iterator();
        for (int over = byHash.size() - most; over > 0 && oldest.hasNext();) {
            Rulebook old = oldest.next();
            if (old != rulebook && !old.version().equals(live)) {
                oldest.remove();
                old.close();
                over--;
            }
        }
    }

    synchronized int count() {
        return byHash.size();
    }
}
