package dev.wasmledger.wit.internal.syntax;

import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.Vocabulary;

/** The words that are no names unless {@code %} stands in front of them. (WIT.md, "Keywords".) */
public final class Keywords {

    private static final Set<String> KEYWORDS = fromGrammar();

    private Keywords() {}

    public static boolean contains(String word) {
        return KEYWORDS.contains(word);
    }

    private static Set<String> fromGrammar() {
        Set<String> words = new HashSet<>();
        Vocabulary vocabulary = WitLexer.VOCABULARY;
        for (int token = 1; token <= vocabulary.getMaxTokenType(); token++) {
            String literal = vocabulary.getLiteralName(token);
            if (literal != null && Character.isLetter(literal.charAt(1))) {
                words.add(literal.substring(1, literal.length() - 1));
            }
        }
        // What the numbers were called once; the reference printer escapes them still.
        words.add("float32");
        words.add("float64");
        return Set.copyOf(words);
    }
}
