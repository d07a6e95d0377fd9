package dev.wasmledger.cli.wasm;

import dev.wasmledger.cli.wasm.Part.Extern;
import dev.wasmledger.cli.wasm.Part.Kind;
import dev.wasmledger.cli.wasm.Part.SectionLine;
import dev.wasmledger.component.CoreTypeText;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.CoreSection;
import dev.wasmledger.component.metadata.Names;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.CoreModules;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.component.wit.WitDecoder;
import dev.wasmledger.composer.Digest;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes a file apart. What is not valid is shown nevertheless, as far as it can be read. */
public final class Inspector {

    private final WasmFile file;
    private final Bytes bytes;

    private Inspector(WasmFile file) {
        this.file = file;
        this.bytes = Bytes.of(file.bytes());
    }

    /**
     * What the file is made of.
     *
     * @throws DiagnosticException if it cannot be taken apart
     */
    public static Part inspect(WasmFile file) {
        var inspector = new Inspector(file);
        if (file.isComponent()) {
            return inspector.component();
        }
        CoreSection.of(file.name(), file.bytes());
        return inspector.coreModule(0, Optional.empty(), 0, inspector.bytes);
    }

    private Part component() {
        Component component = ComponentDecoder.decode(file.name(), file.bytes());
        Optional<ValidatedComponent> valid = Optional.empty();
        Optional<Diagnostic> problem = Optional.empty();
        try {
            valid = Optional.of(ComponentValidator.validate(file.name(), component, Features.ALL));
        } catch (DiagnosticException broken) {
            problem = Optional.of(broken.diagnostics().getFirst());
        }
        return component(component, valid, problem, 0, Optional.empty(), 0, bytes.length());
    }

    private Part component(
            Component component,
            Optional<ValidatedComponent> valid,
            Optional<Diagnostic> problem,
            int index,
            Optional<String> givenName,
            int start,
            int end) {
        var custom = new CustomSections(component
                .definitions()
                .filter(CustomSection.class::isInstance)
                .map(CustomSection.class::cast)
                .toList());
        Names names = custom.componentNames();
        boolean isPackage = valid.filter(v -> WitDecoder.isPackage(v.type())).isPresent();
        return new Part(
                isPackage ? Kind.WIT_PACKAGE : Kind.COMPONENT,
                index,
                names.name().or(() -> givenName),
                start,
                end - start,
                digest(start, end),
                problem,
                imports(component, valid),
                exports(component, valid),
                custom.producers(),
                custom.annotations(),
                sections(component, end),
                parts(component, valid, names, end));
    }

    private Digest digest(int start, int end) {
        return Digest.of(bytes.slice(start, end - start).toByteArray());
    }

    private static List<Extern> imports(Component component, Optional<ValidatedComponent> valid) {
        Map<String, ExternDecl> types = valid.map(v -> v.type().imports()).orElse(Map.of());
        return component
                .definitions()
                .filter(Import.class::isInstance)
                .map(Import.class::cast)
                .map(i -> ExternText.of(i.name(), types, i.type().sort()))
                .toList();
    }

    private static List<Extern> exports(Component component, Optional<ValidatedComponent> valid) {
        Map<String, ExternDecl> types = valid.map(v -> v.type().exports()).orElse(Map.of());
        return component
                .definitions()
                .filter(Export.class::isInstance)
                .map(Export.class::cast)
                .map(e -> ExternText.of(e.name(), types, e.index().sort()))
                .toList();
    }

    private static List<SectionLine> sections(Component component, int end) {
        List<SectionLine> lines = new ArrayList<>();
        for (int i = 0; i < component.sections().size(); i++) {
            Section section = component.sections().get(i);
            String kind = section.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            boolean isCustom = section.kind() == Section.Kind.CUSTOM;
            lines.add(new SectionLine(
                    kind,
                    isCustom
                            ? Optional.of(((CustomSection)
                                            section.entries().getFirst().definition())
                                    .name())
                            : Optional.empty(),
                    section.kind().isVector() ? Optional.of(section.entries().size()) : Optional.empty(),
                    section.offset(),
                    endOf(component, i, end) - section.offset()));
        }
        return lines;
    }

    private static int endOf(Component component, int section, int end) {
        return section + 1 < component.sections().size()
                ? component.sections().get(section + 1).offset()
                : end;
    }

    private List<Part> parts(Component component, Optional<ValidatedComponent> valid, Names names, int end) {
        List<Part> parts = new ArrayList<>();
        Iterator<ValidatedComponent> nested = valid.map(v -> v.nested().iterator())
                .orElse(List.<ValidatedComponent>of().iterator());
        int components = 0;
        int modules = 0;
        for (int i = 0; i < component.sections().size(); i++) {
            for (Section.Entry entry : component.sections().get(i).entries()) {
                if (entry.definition() instanceof Component inner) {
                    parts.add(component(
                            inner,
                            nested.hasNext() ? Optional.of(nested.next()) : Optional.empty(),
                            Optional.empty(),
                            components,
                            names.of(Sort.COMPONENT, components),
                            entry.offset(),
                            endOf(component, i, end)));
                    components++;
                } else if (entry.definition() instanceof CoreModule(Bytes content)) {
                    parts.add(coreModule(modules, names.of(Sort.CORE_MODULE, modules), entry.offset(), content));
                    modules++;
                }
            }
        }
        return parts;
    }

    /** A module in which something is wrong shows what can be read of it. */
    private Part coreModule(int index, Optional<String> givenName, int start, Bytes content) {
        byte[] module = content.toByteArray();
        Optional<Diagnostic> problem = Optional.empty();
        List<CoreSection> sections = List.of();
        CoreModuleType type = new CoreModuleType(List.of(), Map.of());
        try {
            sections = CoreSection.of(file.name(), module);
            type = CoreModules.typeOf(new ByteOffset(file.name(), start), module, Features.ALL);
        } catch (DiagnosticException broken) {
            problem = Optional.of(broken.diagnostics().getFirst());
        }
        var custom = new CustomSections(
                sections.stream().flatMap(section -> section.custom().stream()).toList());
        return new Part(
                Kind.CORE_MODULE,
                index,
                custom.moduleNames().name().or(() -> givenName),
                start,
                module.length,
                Digest.of(module),
                problem,
                type.imports().stream()
                        .map(i -> new Extern(i.module() + " " + i.field(), List.of(), CoreTypeText.of(i.type())))
                        .toList(),
                type.exports().entrySet().stream()
                        .map(e -> new Extern(e.getKey(), List.of(), CoreTypeText.of(e.getValue())))
                        .toList(),
                custom.producers(),
                custom.annotations(),
                sections.stream().map(section -> line(section, start)).toList(),
                List.of());
    }

    private static SectionLine line(CoreSection section, int start) {
        return new SectionLine(
                section.kind(),
                section.custom().map(CustomSection::name),
                Optional.empty(),
                start + section.offset(),
                section.bytes().length());
    }
}
