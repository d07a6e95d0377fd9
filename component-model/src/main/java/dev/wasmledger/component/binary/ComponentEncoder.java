package dev.wasmledger.component.binary;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.model.Start;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValueDef;

/** Encodes components (Binary.md). What was decoded becomes the bytes that it was decoded from. */
public final class ComponentEncoder {

    private final ByteWriter out;
    private final TypeEncoder types;
    private final CoreTypeEncoder coreTypes;
    private final CanonEncoder canons;

    private ComponentEncoder(ByteWriter out) {
        this.out = out;
        this.coreTypes = new CoreTypeEncoder(out);
        this.types = new TypeEncoder(out, coreTypes);
        this.canons = new CanonEncoder(out, types, coreTypes);
    }

    /** The binary form of a component; of whatever the model holds, valid or not. */
    public static byte[] encode(Component component) {
        var out = new ByteWriter();
        new ComponentEncoder(out).component(component);
        return out.toByteArray();
    }

    private void component(Component component) {
        out.raw(ComponentDecoder.PREAMBLE);
        component.sections().forEach(this::section);
    }

    private void section(Section section) {
        out.u8(section.kind().id()).sized(() -> {
            if (section.kind().isVector()) {
                out.u32(section.entries().size());
            }
            section.entries().forEach(entry -> definition(entry.definition()));
        });
    }

    private void definition(Definition definition) {
        switch (definition) {
            case CustomSection custom -> out.name(custom.name()).raw(custom.data());
            case CoreModule module -> out.raw(module.bytes());
            case CoreInstance instance -> coreInstance(instance);
            case CoreTypeDef type -> coreTypes.definition(type);
            case Component component -> component(component);
            case Instance instance -> instance(instance);
            case Alias alias -> types.alias(alias);
            case TypeDef type -> types.definition(type);
            case Canon canon -> canons.canon(canon);
            case Start start ->
                out.u32(start.func().value())
                        .vector(start.arguments(), argument -> out.u32(argument.value()))
                        .u32(start.results());
            case Import declared -> types.importDeclarator(declared);
            case Export export -> {
                types.externName(export.name());
                sortIndex(export.index());
                out.optional(export.type(), types::externDesc);
            }
            case ValueDef value -> {
                types.valType(value.type());
                out.u32(value.content().length()).raw(value.content());
            }
        }
    }

    private void coreInstance(CoreInstance instance) {
        switch (instance) {
            case CoreInstance.Instantiate(var module, var arguments) ->
                out.u8(0x00).u32(module.value()).vector(arguments, argument -> {
                    out.name(argument.name());
                    types.coreSort(argument.instance().sort());
                    out.u32(argument.instance().value());
                });
            case CoreInstance.InlineExports(var exports) ->
                out.u8(0x01).vector(exports, export -> {
                    out.name(export.name());
                    types.coreSort(export.index().sort());
                    out.u32(export.index().value());
                });
        }
    }

    private void instance(Instance instance) {
        switch (instance) {
            case Instance.Instantiate(var component, var arguments) ->
                out.u8(0x00).u32(component.value()).vector(arguments, argument -> {
                    out.name(argument.name());
                    sortIndex(argument.index());
                });
            case Instance.InlineExports(var exports) ->
                out.u8(0x01).vector(exports, export -> {
                    types.externName(export.name());
                    sortIndex(export.index());
                });
        }
    }

    private void sortIndex(Index index) {
        types.sort(index.sort());
        out.u32(index.value());
    }
}
