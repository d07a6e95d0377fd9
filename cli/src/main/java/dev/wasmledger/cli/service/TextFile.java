package dev.wasmledger.cli.service;

import dev.wasmledger.cli.Limits;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text files that users give. */
final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * Reads a file of UTF-8.
     *
     * @throws DiagnosticException if it is missing, too large, or no UTF-8
     */
    static SourceFile read(Path path) {
        var place = new WholeFile(path.toString());
        if (!Files.isRegularFile(path)) {
            String what = Files.exists(path) ? "this is no file" : "there is no such file";
            throw new DiagnosticException(Diagnostic.error("FILE0001", what, place));
        }
        byte[] bytes;
        try {
            if (Files.size(path) > Limits.FILE_BYTES) {
                throw new DiagnosticException(
                        Diagnostic.error("FILE0002", "the file has more than " + Limits.FILE_BYTES + " bytes", place));
            }
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new DiagnosticException(
                    Diagnostic.error("FILE0001", "the file cannot be read: " + e.getMessage(), place));
        }
        return decode(path.toString(), bytes);
    }

    private static SourceFile decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        var file = new SourceFile(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        if (result.isError()) {
            int end = file.text().length();
            throw new DiagnosticException(
                    Diagnostic.error("FILE0003", "the file is no UTF-8 from here on", file.span(end, end))
                            .withHint("convert it, with iconv for instance"));
        }
        return file;
    }
}
