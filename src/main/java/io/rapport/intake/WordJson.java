package io.rapport.intake;

import java.util.function.Function;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value of a closed set as the word people use for it ({@code call-centre}), and reads it back. */
final class WordJson {

    private WordJson() {}

    static final class Writer<T> extends StdSerializer<T> {

        private final Function<T, String> word;

        Writer(Class<T> type, Function<T, String> word) {
            super(type);
            this.word = word;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(word.apply(value));
        }
    }

    static final class Reader<T> extends StdDeserializer<T> {

        private final Function<String, T> ofWord;

        Reader(Class<T> type, Function<String, T> ofWord) {
            super(type);
            this.ofWord = ofWord;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return ofWord.apply(in.getString());
        }
    }
}
