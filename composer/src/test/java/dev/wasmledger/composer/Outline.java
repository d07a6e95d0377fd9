package dev.wasmledger.composer;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.model.TypeDef;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A component's definitions, one line each; what lies in a nested component stands further right. */
final class Outline {

    private Outline() {}

    static String of(Component component) {
        return of(component, "");
    }

    private static String of(Component component, String indent) {
        return component.sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(Section.Entry::definition)
                .map(definition -> indent + line(definition, indent) + "\n")
                .collect(Collectors.joining());
    }

    private static String line(Definition definition, String indent) {
        return switch (definition) {
            case CoreModule module -> "core module of " + module.bytes().length() + " bytes";
            case Component nested -> "component\n" + of(nested, indent + "  ") + indent + "end";
            case CustomSection custom ->
                // The version of the tool is in it, which no case is about.
                custom.name().equals("producers")
                        ? "custom producers"
                        : "custom " + custom.name() + " "
                                + new String(custom.data().toByteArray(), StandardCharsets.UTF_8)
                                        .replaceAll("\\p{Cntrl}", ".");
            case TypeDef type -> "type " + words(type);
            case Alias alias -> "alias " + words(alias);
            default -> definition.getClass().getSimpleName() + " " + words(definition);
        };
    }

    /** The records' own text, without places and the words that every line would repeat. */
    private static String words(Object definition) {
        return definition
                .toString()
                .replaceAll(", offsets=\\[[^\\]]*\\]", "")
                .replace("[value=", "[")
                .replace(", form=PLAIN, attributes=[]", "")
                .replace("ExternName[name=", "[");
    }
}
