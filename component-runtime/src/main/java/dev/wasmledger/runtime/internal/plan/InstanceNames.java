package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.validation.ValidatedComponent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a component calls itself and the instances in it (Binary.md, "Name Section"). Names only serve messages: a section
 * that cannot be read counts as absent.
 */
final class InstanceNames {

    private static final String SECTION = "component-name";
    private static final int COMPONENT_SUBSECTION = 0;
    private static final int SORT_SUBSECTION = 1;

    private Optional<String> component = Optional.empty();
    private final Map<Integer, String> instances = new HashMap<>();

    private InstanceNames() {}

    static InstanceNames of(Component component) {
        return component
                .definitions()
                .filter(definition -> definition instanceof CustomSection section
                        && section.name().equals(SECTION))
                .findFirst()
                .map(definition -> read(((CustomSection) definition).data()))
                .orElseGet(InstanceNames::new);
    }

    /** What the root of a graph is called. */
    static String rootName(ValidatedComponent root) {
        return of(root.component()).component.orElse("root");
    }

    /** What the instance with that index in the instance index space is called, if it is one of {@code source}. */
    String instance(int index, ValidatedComponent source) {
        String name = instances.get(index);
        return name != null ? name : of(source.component()).component.orElse("instance" + index);
    }

    private static InstanceNames read(Bytes data) {
        var names = new InstanceNames();
        try {
            names.readSubsections(ByteBuffer.wrap(data.toByteArray()));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return new InstanceNames();
        }
        return names;
    }

    private void readSubsections(ByteBuffer section) {
        while (section.hasRemaining()) {
            int kind = section.get();
            int size = readSize(section);
            ByteBuffer content = section.slice(section.position(), size);
            section.position(section.position() + size);
            if (kind == COMPONENT_SUBSECTION) {
                component = Optional.of(readName(content));
            } else if (kind == SORT_SUBSECTION && content.get() == Sort.INSTANCE.code()) {
                for (int left = readSize(content); left > 0; left--) {
                    int index = readSize(content);
                    instances.put(index, readName(content));
                }
            }
        }
    }

    private static String readName(ByteBuffer bytes) {
        byte[] name = new byte[Math.min(readSize(bytes), bytes.remaining())];
        bytes.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** An unsigned LEB128 number, of which no more than 31 bits can be right here. */
    private static int readSize(ByteBuffer bytes) {
        int value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number that is too large");
    }
}
