package io.rapport.decision;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Changed copies of the small maps of a memory: only the map that changes is copied, the old one stays as it was. */
final class Copies {

    private Copies() {}

    static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var copy = HashMap.<String, V>newHashMap(map.size() + 1);
        copy.putAll(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }

    static <V> Map<String, V> without(Map<String, V> map, String key) {
        if (!map.containsKey(key)) {
            return map;
        }
        var copy = new HashMap<>(map);
        copy.remove(key);
        return Collections.unmodifiableMap(copy);
    }
}
