package dev.wasmledger.cli.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.InclusionProof;
import dev.wasmledger.ledger.log.MerklePath;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A proof as JSON: the frame's header and body and the head's header in base64, digests in hexadecimal digits.
 *
 * @param transaction which transaction it is about, as the user has named it
 */
public record ProofFile(String transaction, InclusionProof proof) {

    private static final String FORMAT = "wasmledger-proof-1";

    /** The JSON of a proof. */
    public static ObjectNode write(InclusionProof proof, String transaction) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("transaction", transaction);
        node.putObject("frame").put("header", base64(proof.header())).put("body", base64(proof.body()));
        proof.path().ifPresent(path -> {
            ObjectNode way = node.putObject("path").put("index", path.index()).put("size", path.size());
            ArrayNode siblings = way.putArray("siblings");
            path.siblings().forEach(sibling -> siblings.add(sibling.toString()));
        });
        node.putObject("head")
                .put("header", base64(proof.headHeader()))
                .put("body-digest", proof.headBody().toString());
        return node;
    }

    /**
     * Reads a proof.
     *
     * @throws DiagnosticException if the file is none
     */
    public static ProofFile read(Path file) {
        try {
            JsonNode node = new ObjectMapper().readTree(file.toFile());
            if (!node.path("format").asText().equals(FORMAT)) {
                throw wrong(file, "its `format` is not " + FORMAT);
            }
            JsonNode frame = node.path("frame");
            JsonNode head = node.path("head");
            return new ProofFile(
                    node.path("transaction").asText(),
                    new InclusionProof(
                            bytes(frame, "header"),
                            bytes(frame, "body"),
                            path(node.path("path")),
                            bytes(head, "header"),
                            Digest.parse(head.path("body-digest").asText())));
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<MerklePath> path(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        List<Digest> siblings = new ArrayList<>();
        node.path("siblings").forEach(sibling -> siblings.add(Digest.parse(sibling.asText())));
        return Optional.of(
                new MerklePath(node.path("index").asLong(), node.path("size").asLong(), siblings));
    }

    private static ByteBuffer bytes(JsonNode node, String name) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(node.path(name).asText()));
    }

    private static String base64(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static DiagnosticException wrong(Path file, String why) {
        return new DiagnosticException(
                Diagnostic.error("PROOF0001", "this is no proof: " + why, new WholeFile(file.toString())));
    }
}
