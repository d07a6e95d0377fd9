package dev.wasmledger.component.binary;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.Start;
import dev.wasmledger.component.model.ValueDef;

/** Decodes instances, aliases, imports, exports, start and value definitions. */
final class DefinitionDecoder {

    private final ByteReader in;
    private final TypeDecoder types;

    DefinitionDecoder(ByteReader in, TypeDecoder types) {
        this.in = in;
        this.types = types;
    }

    CoreInstance coreInstance() {
        int start = in.position();
        int form = in.u8();
        return switch (form) {
            case 0x00 ->
                new CoreInstance.Instantiate(
                        new Index.CoreModule(in.u32()),
                        in.vector(Limits.ARGUMENTS, "the arguments", this::coreArgument));
            case 0x01 ->
                new CoreInstance.InlineExports(in.vector(Limits.ARGUMENTS, "the exports", this::coreInlineExport));
            default -> throw in.unknown(Rule.UNKNOWN_CORE_INSTANCE, start, "a core instance", form);
        };
    }

    private CoreInstance.Argument coreArgument() {
        String name = in.name();
        int start = in.position();
        if (in.u8() != Sort.CORE_INSTANCE.code()) {
            throw in.fail(Rule.CORE_ARGUMENT_SORT, start, "an argument of a core module must be a core instance");
        }
        return new CoreInstance.Argument(name, new Index.CoreInstance(in.u32()));
    }

    private CoreInstance.InlineExport coreInlineExport() {
        String name = in.name();
        Sort sort = types.coreSort();
        return new CoreInstance.InlineExport(name, sort.index(in.u32()));
    }

    Instance instance() {
        int start = in.position();
        int form = in.u8();
        return switch (form) {
            case 0x00 ->
                new Instance.Instantiate(
                        new Index.Component(in.u32()),
                        in.vector(
                                Limits.ARGUMENTS,
                                "the arguments",
                                () -> new Instance.Argument(in.name(), sortIndex())));
            case 0x01 ->
                new Instance.InlineExports(in.vector(
                        Limits.ARGUMENTS,
                        "the exports",
                        () -> new Instance.InlineExport(types.externName(), sortIndex())));
            default -> throw in.unknown(Rule.UNKNOWN_INSTANCE, start, "an instance", form);
        };
    }

    Alias alias() {
        return types.alias();
    }

    Import importDefinition() {
        return types.importDeclarator();
    }

    Export export() {
        return new Export(types.externName(), sortIndex(), in.optional("the type of an export", types::externDesc));
    }

    Start start() {
        return new Start(
                new Index.Func(in.u32()),
                in.vector(Limits.START_VALUES, "the arguments", () -> new Index.Value(in.u32())),
                in.u32());
    }

    ValueDef value() {
        return new ValueDef(types.valType(), in.sized("this value", () -> in.bytes(in.remaining())));
    }

    private Index sortIndex() {
        Sort sort = types.sort();
        return sort.index(in.u32());
    }
}
