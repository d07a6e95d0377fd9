package dev.wasmledger.integration.abi;

import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.ExternName;
import java.util.List;
import java.util.Optional;

/** Two components in one: the outer one's import is the inner one's export. */
final class Pair {

    /** Under which the inner one's interface is exported beside the outer one's. */
    static final String INNER = "inner";

    private Pair() {}

    static byte[] of(byte[] inner, byte[] outer) {
        var subject = new Index.Instance(1);
        return ComponentEncoder.encode(new Component(List.of(
                section(Section.Kind.COMPONENT, ComponentDecoder.decode("inner", inner)),
                section(Section.Kind.COMPONENT, ComponentDecoder.decode("outer", outer)),
                section(Section.Kind.INSTANCE, new Instance.Instantiate(new Index.Component(0), List.of())),
                section(Section.Kind.ALIAS, exportOf(0)),
                section(
                        Section.Kind.INSTANCE,
                        new Instance.Instantiate(
                                new Index.Component(1), List.of(new Instance.Argument(EchoGuest.SUBJECT, subject)))),
                section(Section.Kind.ALIAS, exportOf(2)),
                section(
                        Section.Kind.EXPORT,
                        new Export(ExternName.of(EchoGuest.SUBJECT), new Index.Instance(3), Optional.empty())),
                section(Section.Kind.EXPORT, new Export(ExternName.of(INNER), subject, Optional.empty())))));
    }

    private static Alias exportOf(int instance) {
        return new Alias.InstanceExport(Sort.INSTANCE, new Index.Instance(instance), EchoGuest.SUBJECT);
    }

    private static Section section(Section.Kind kind, Definition definition) {
        return new Section(kind, 0, List.of(new Section.Entry(0, definition)));
    }
}
