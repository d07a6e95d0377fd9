package dev.wasmledger.component.wit;

import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * WIT packages in binary form (WIT.md, "Package format"): a component that exports, for each interface and each world, a
 * type by its short name. Doc comments and feature gates lie beside it in the section {@code package-docs}.
 */
public final class WitPackageEncoder {

    private final List<Section> sections = new ArrayList<>();
    private int types;

    private WitPackageEncoder() {}

    /** The binary form of a package. What it uses of other packages is in it, as far as it is used. */
    public static Component encode(ResolvedWit wit, PackageId id) {
        var encoder = new WitPackageEncoder();
        WitPackage source = wit.get(id);
        source.interfaces().forEach((name, iface) -> encoder.add(name, WorldTypeEncoder.encodeInterface(wit, iface)));
        source.worlds()
                .forEach((name, world) -> encoder.add(
                        name,
                        new ComponentTypeDef(List.of(
                                WorldTypeEncoder.encode(wit, world),
                                new ExportDecl(
                                        ExternName.of(wit.worldName(world)),
                                        new ExternDesc.Component(new Index.Type(0)))))));
        encoder.custom(new CustomSection(
                PackageDocs.SECTION, Bytes.of(PackageDocs.of(wit, id).encode())));
        encoder.custom(Producers.wasmledger().section());
        return new Component(encoder.sections);
    }

    private void add(String name, ComponentTypeDef type) {
        var index = new Index.Type(types);
        section(Section.Kind.TYPE, type);
        section(Section.Kind.EXPORT, new Export(ExternName.of(name), index, Optional.empty()));
        // The definition and its export each have an index.
        types += 2;
    }

    private void custom(CustomSection section) {
        section(Section.Kind.CUSTOM, section);
    }

    private void section(Section.Kind kind, Definition definition) {
        sections.add(new Section(kind, 0, List.of(new Section.Entry(0, definition))));
    }
}
