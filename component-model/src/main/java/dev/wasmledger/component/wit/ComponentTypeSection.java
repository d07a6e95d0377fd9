package dev.wasmledger.component.wit;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.binary.ByteWriter;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.binary.CoreSection;
import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.validation.CoreModules;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.List;
import java.util.Optional;

/**
 * The custom section {@code component-type} of a core module, by which a toolchain says what world the module is made
 * for (the reference's {@code wit-component} crate, {@code metadata.rs}). Its content is a component that defines the
 * world's type and exports it.
 *
 * @param worldName in full, {@code wasi:cli/command@0.2.0} for instance
 * @param type the world's
 * @param encoding of the module's strings
 */
public record ComponentTypeSection(String worldName, ComponentTypeDef type, StringEncoding encoding) {

    /** The section's name; what follows it after a colon only keeps several of them apart. */
    public static final String NAME = "component-type";

    private static final String ENCODING_SECTION = "wit-component-encoding";
    private static final byte ENCODING_VERSION = 0x04;

    /** Whether a custom section of a core module has this content. */
    public static boolean isNamed(String sectionName) {
        return sectionName.equals(NAME) || sectionName.startsWith(NAME + ":");
    }

    /** The section for a world. */
    public static ComponentTypeSection of(ResolvedWit wit, WorldId world, StringEncoding encoding) {
        return new ComponentTypeSection(wit.worldName(world), WorldTypeEncoder.encode(wit, world), encoding);
    }

    /** The section's content. */
    public byte[] encode() {
        var encodingSection =
                new CustomSection(ENCODING_SECTION, Bytes.of(new byte[] {ENCODING_VERSION, (byte) encoding.code()}));
        var outer = new ComponentTypeDef(
                List.of(type, new ExportDecl(ExternName.of(worldName), new ExternDesc.Component(new Index.Type(0)))));
        String name = worldName.substring(worldName.indexOf('/') + 1).replaceFirst("@.*", "");
        return ComponentEncoder.encode(new Component(List.of(
                section(Section.Kind.CUSTOM, encodingSection),
                section(Section.Kind.TYPE, outer),
                section(Section.Kind.EXPORT, new Export(ExternName.of(name), new Index.Type(0), Optional.empty())),
                section(Section.Kind.CUSTOM, Producers.wasmledger().section()))));
    }

    /**
     * The module with this section behind its own ones.
     *
     * @param fileName what diagnostics call the module
     * @throws DiagnosticException if the bytes are no valid core module, or have such a section already
     */
    public byte[] embedIn(String fileName, byte[] module) {
        CoreModules.typeOf(new ByteOffset(fileName, 0), module, Features.ALL);
        for (CoreSection section : CoreSection.of(fileName, module)) {
            if (section.custom().filter(custom -> isNamed(custom.name())).isPresent()) {
                throw new DiagnosticException(Rule.COMPONENT_TYPE_SECTION.at(
                        new ByteOffset(fileName, section.offset()), "this module says already what world it is for"));
            }
        }
        var out = new ByteWriter().raw(module).u8(Section.Kind.CUSTOM.id());
        return out.sized(() -> out.name(NAME).raw(encode())).toByteArray();
    }

    private static Section section(Section.Kind kind, Definition definition) {
        return new Section(kind, 0, List.of(new Section.Entry(0, definition)));
    }

    /**
     * Reads a section's content.
     *
     * @param fileName what diagnostics call it
     * @throws DiagnosticException if it is no component that exports one world's type in the current encoding
     */
    public static ComponentTypeSection decode(String fileName, byte[] content) {
        List<Definition> definitions =
                ComponentDecoder.decode(fileName, content).definitions().toList();
        StringEncoding encoding = definitions.stream()
                .filter(CustomSection.class::isInstance)
                .map(CustomSection.class::cast)
                .filter(custom -> custom.name().equals(ENCODING_SECTION))
                .findFirst()
                .flatMap(ComponentTypeSection::encoding)
                .orElseThrow(() -> unusable(fileName, "it does not say its encoding, or an unknown one"));
        return definitions.stream()
                .filter(ComponentTypeDef.class::isInstance)
                .findFirst()
                .flatMap(outer -> world((ComponentTypeDef) outer, encoding))
                .orElseThrow(() -> unusable(fileName, "it holds no world"));
    }

    private static Optional<StringEncoding> encoding(CustomSection section) {
        Bytes data = section.data();
        return data.length() == 2 && data.get(0) == ENCODING_VERSION
                ? StringEncoding.of(data.get(1))
                : Optional.empty();
    }

    /** The world's type is the one type in the outer one, which exports it under the world's full name. */
    private static Optional<ComponentTypeSection> world(ComponentTypeDef outer, StringEncoding encoding) {
        List<Declarator> declarators = outer.declarators();
        if (declarators.size() == 2
                && declarators.getFirst() instanceof ComponentTypeDef type
                && declarators.getLast() instanceof ExportDecl(ExternName name, ExternDesc.Component(Index.Type index))
                && index.value() == 0) {
            return Optional.of(new ComponentTypeSection(name.name(), type, encoding));
        }
        return Optional.empty();
    }

    private static DiagnosticException unusable(String fileName, String why) {
        return new DiagnosticException(Rule.COMPONENT_TYPE_SECTION.at(
                new ByteOffset(fileName, 0), "this is no usable component-type section: " + why));
    }
}
