package io.rapport.decision;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Changed copies of the small maps of a memory: only the map that changes is copied, the old one stays as it was. */
final class Copies {

    private Copies() {}

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var copy = HashMap.<K, V>newHashMap(map.size() + 1);
        copy.putAll(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }

    static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        if (!map.containsKey(key)) {
            return map;
        }
        var copy = new HashMap<>(map);
        copy.remove(key);
        return Collections.unmodifiableMap(copy);
    }
}
