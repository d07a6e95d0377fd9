package dev.wasmledger.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Head;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints to. */
record Output(PrintWriter out, PrintWriter err) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The streams of a command that picocli has set up. */
    static Output of(@Nullable CommandSpec spec) {
        var line = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        return new Output(line.getOut(), line.getErr());
    }

    /** A digest as it is written everywhere. */
    static String digest(Digest digest) {
        return "sha256:" + digest;
    }

    /** Puts where a log ends. */
    static void putHead(ObjectNode node, Head head) {
        node.putObject("head").put("sequence", head.sequence()).put("digest", digest(head.digest()));
    }

    void json(ObjectNode node) {
        try {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
        out.flush();
    }

    void text(String text) {
        out.print(text);
        out.flush();
    }
}
