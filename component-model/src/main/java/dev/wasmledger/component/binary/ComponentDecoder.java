package dev.wasmledger.component.binary;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.internal.binary.CoreTypeDecoder;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decodes components (Binary.md). What the format allows is taken, gated features as well; whether it means anything, and
 * whether its features are on, is for validation to say.
 */
public final class ComponentDecoder {

    /** The first eight bytes of a component: magic number, version, layer. */
    static final byte[] PREAMBLE = {0x00, 'a', 's', 'm', 0x0d, 0x00, 0x01, 0x00};

    private static final byte[] CORE_PREAMBLE = {0x00, 'a', 's', 'm', 0x01, 0x00, 0x00, 0x00};

    private final ByteReader in;
    private final DefinitionDecoder definitions;
    private final TypeDecoder types;
    private final CoreTypeDecoder coreTypes;
    private final CanonDecoder canons;

    private ComponentDecoder(ByteReader in) {
        this.in = in;
        this.coreTypes = new CoreTypeDecoder(in);
        this.types = new TypeDecoder(in, coreTypes);
        this.definitions = new DefinitionDecoder(in, types);
        this.canons = new CanonDecoder(in, types, coreTypes);
    }

    /**
     * Decodes a component.
     *
     * @param fileName what diagnostics call it
     * @param bytes taken over: the component refers to them
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if they are no component; says at which byte
     */
    public static Component decode(String fileName, byte[] bytes) {
        var in = new ByteReader(new ByteOffset(fileName, 0), bytes);
        return new ComponentDecoder(in).component();
    }

    /** Whether the bytes begin as a component does. */
    public static boolean isComponent(byte[] bytes) {
        return startsWith(bytes, PREAMBLE);
    }

    /** Whether the bytes begin as a core module does. */
    public static boolean isCoreModule(byte[] bytes) {
        return startsWith(bytes, CORE_PREAMBLE);
    }

    private static boolean startsWith(byte[] bytes, byte[] preamble) {
        return bytes.length >= preamble.length
                && Arrays.equals(bytes, 0, preamble.length, preamble, 0, preamble.length);
    }

    private Component component() {
        preamble();
        List<Section> sections = new ArrayList<>();
        while (in.remaining() > 0) {
            sections.add(section());
        }
        return new Component(sections);
    }

    private void preamble() {
        int start = in.position();
        byte[] found = in.bytes(Math.min(in.remaining(), PREAMBLE.length)).toByteArray();
        if (isCoreModule(found)) {
            throw in.fail(Rule.VERSION_HEADER, start, "this is a core module, not a component");
        }
        if (!isComponent(found)) {
            throw in.fail(Rule.PREAMBLE, start, "this is no component: it does not begin with \\0asm, 0d 00, 01 00");
        }
    }

    private Section section() {
        int start = in.position();
        int id = in.u8();
        Section.Kind kind = Section.Kind.of(id)
                .orElseThrow(() -> in.fail(Rule.UNKNOWN_SECTION, start, "unknown section id " + ByteReader.hex(id)));
        return in.sized("this section", () -> new Section(kind, start, entries(kind)));
    }

    private List<Section.Entry> entries(Section.Kind kind) {
        return switch (kind) {
            case CUSTOM -> List.of(entry(this::custom));
            case CORE_MODULE -> List.of(entry(this::coreModule));
            case COMPONENT -> List.of(entry(() -> in.nested(this::component)));
            case START -> List.of(entry(definitions::start));
            case CORE_INSTANCE -> vector(Limits.MODULES_COMPONENTS_INSTANCES, definitions::coreInstance);
            case CORE_TYPE -> vector(Limits.DEFINITIONS, coreTypes::definition);
            case INSTANCE -> vector(Limits.MODULES_COMPONENTS_INSTANCES, definitions::instance);
            case ALIAS -> vector(Limits.DEFINITIONS, definitions::alias);
            case TYPE -> vector(Limits.DEFINITIONS, types::definition);
            case CANON -> vector(Limits.DEFINITIONS, canons::canon);
            case IMPORT -> vector(Limits.DEFINITIONS, definitions::importDefinition);
            case EXPORT -> vector(Limits.DEFINITIONS, definitions::export);
            case VALUE -> vector(Limits.DEFINITIONS, definitions::value);
        };
    }

    private List<Section.Entry> vector(int limit, Supplier<? extends Definition> definition) {
        return in.vector(limit, "the items of this section", () -> entry(definition));
    }

    private Section.Entry entry(Supplier<? extends Definition> definition) {
        int start = in.position();
        return new Section.Entry(start, definition.get());
    }

    private CustomSection custom() {
        String name = in.name();
        return new CustomSection(name, in.bytes(in.remaining()));
    }

    private CoreModule coreModule() {
        return new CoreModule(in.bytes(in.remaining()));
    }
}
