package dev.wasmledger.bindgen.internal.guest;

import dev.wasmledger.component.wit.ComponentTypeSection;
import dev.wasmledger.component.wit.StringEncoding;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A world's type in binary form, which {@code componentize} looks for in the core module, as text of source files. */
public final class ComponentTypeBytes {

    private static final int BYTES_A_LINE = 16;

    private final byte[] content;

    private ComponentTypeBytes(byte[] content) {
        this.content = content;
    }

    public static ComponentTypeBytes of(GuestWorld world) {
        return new ComponentTypeBytes(ComponentTypeSection.of(world.wit(), world.id(), StringEncoding.UTF8)
                .encode());
    }

    public int count() {
        return content.length;
    }

    /**
     * Lines with some of the bytes each.
     *
     * @param line makes a line of bytes such as {@code 0x00, 0x61}
     */
    public String lines(UnaryOperator<String> line) {
        HexFormat hex = HexFormat.of();
        return IntStream.iterate(0, at -> at < content.length, at -> at + BYTES_A_LINE)
                .mapToObj(at -> IntStream.range(at, Math.min(at + BYTES_A_LINE, content.length))
                        .mapToObj(i -> "0x" + hex.toHexDigits(content[i]))
                        .collect(Collectors.joining(", ")))
                .map(bytes -> line.apply(bytes) + "\n")
                .collect(Collectors.joining());
    }
}
