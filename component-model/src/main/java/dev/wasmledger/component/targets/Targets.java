package dev.wasmledger.component.targets;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.targets.Difference.Kind;
import dev.wasmledger.component.targets.Difference.MarkedText;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.ValueExtern;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.Mismatch;
import dev.wasmledger.component.validation.Substitution;
import dev.wasmledger.component.validation.Subtyping;
import dev.wasmledger.component.wit.WorldTypeEncoder;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a component fits a world: it imports no more than the world gives to it, and exports all that the world asks for
 * (Explainer.md, "Type Checking"). What the world offers and the component does not import, and what the component exports
 * besides, is no difference. Types fit only where they are equal.
 */
public final class Targets {

    private final List<Difference> differences = new ArrayList<>();

    private Targets() {}

    /** Everything in which the component does not fit the world; empty if it fits. */
    public static List<Difference> differences(ComponentType component, ResolvedWit wit, WorldId world) {
        return differences(component, typeOf(wit, world));
    }

    static List<Difference> differences(ComponentType component, ComponentType world) {
        Optional<Mismatch> first = Subtyping.mismatch(component, world);
        if (first.isEmpty()) {
            return List.of();
        }
        List<Difference> differences = collect(component, world);
        // The rule has the last word: what it alone sees is told in its words.
        return differences.isEmpty()
                ? List.of(new Difference(
                        Kind.DIFFERENT,
                        first.get().path(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(first.get().reason())))
                : differences;
    }

    static List<Difference> collect(ComponentType component, ComponentType world) {
        var targets = new Targets();
        targets.compare(component, world);
        return targets.differences;
    }

    /** The component type of a world. */
    static ComponentType typeOf(ResolvedWit wit, WorldId world) {
        var section =
                new Section(Section.Kind.TYPE, 0, List.of(new Section.Entry(0, WorldTypeEncoder.encode(wit, world))));
        List<DefType> types = ComponentValidator.validate(
                        wit.worldName(world), new Component(List.of(section)), Features.ALL)
                .spaces()
                .types();
        if (types.getFirst() instanceof ComponentType type) {
            return type;
        }
        throw new IllegalStateException("a component type is resolved to something else");
    }

    private void compare(ComponentType component, ComponentType world) {
        var needs = new TypeMatch(component.importedResources());
        component.imports().forEach((name, needed) -> {
            List<String> path = List.of("import `" + name + "`");
            ExternDecl given = world.imports().get(name);
            if (given == null) {
                extra(path, needed.type(), near(name, world.imports().keySet(), "the world imports"));
            } else {
                new Side(needs, true).compare(name, path, given.type(), needed.type());
            }
        });
        var promises = new TypeMatch(world.definedResources());
        Map<String, ExternDecl> exports =
                new Substitution(needs.settled()).replacing(needs.paired()).apply(component.exports());
        world.exports().forEach((name, asked) -> {
            List<String> path = List.of("export `" + name + "`");
            ExternDecl given = exports.get(name);
            if (given == null) {
                missing(path, asked.type(), near(name, exports.keySet(), "the component exports"));
            } else {
                new Side(promises, false).compare(name, path, given.type(), asked.type());
            }
        });
    }

    /** Imports, which the world gives and the component asks for, or exports, where it is the other way round. */
    private final class Side {

        private final TypeMatch match;
        private final boolean imports;

        Side(TypeMatch match, boolean imports) {
            this.match = match;
            this.imports = imports;
        }

        void compare(String name, List<String> path, ExternType given, ExternType asked) {
            switch (asked) {
                case InstanceType to when given instanceof InstanceType from -> members(path, from, to);
                case FuncType to
                when given instanceof FuncType from -> {
                    if (!match.same(from, to)) {
                        var texts = new SideBySide(match);
                        texts.write(from, to);
                        tell(path, texts);
                    }
                }
                case TypeExtern to when given instanceof TypeExtern from -> type(name, path, from, to);
                default ->
                    Subtyping.mismatch(given, asked)
                            .ifPresent(mismatch -> tell(path, describe(given), describe(asked)));
            }
        }

        private void members(List<String> path, InstanceType given, InstanceType asked) {
            match.open(asked.bound());
            asked.exports().forEach((name, member) -> {
                List<String> inner = new ArrayList<>(path);
                inner.add(word(member.type()) + " `" + name + "`");
                Optional<ExternType> found = given.export(name);
                if (found.isPresent()) {
                    compare(name, inner, found.get(), member.type());
                } else if (imports) {
                    extra(inner, member.type(), near(name, given.exports().keySet(), "the world has"));
                } else {
                    missing(inner, member.type(), near(name, given.exports().keySet(), "the component has"));
                }
            });
        }

        private void type(String name, List<String> path, TypeExtern given, TypeExtern asked) {
            // If both are the same import's type, all has been said of it there.
            if (!TypeMatch.isIdentical(given.bound(), asked.bound())) {
                type(path, given.type(), asked.type());
            }
            match.pair(name, given.type(), asked.type());
        }

        private void type(List<String> path, DefType given, DefType asked) {
            switch (asked) {
                case ResourceType to
                when given instanceof ResourceType from -> {
                    if (!match.same(from, to)) {
                        tell(path, "a resource of its own", "the resource `" + to.name() + "`");
                    }
                }
                case ValType to
                when given instanceof ValType from -> {
                    if (!match.same(from, to)) {
                        var texts = new SideBySide(match);
                        texts.write(from, to);
                        tell(path, texts);
                    }
                }
                default -> {
                    if (Subtyping.mismatch(new TypeExtern(given, given), new TypeExtern(asked, asked))
                            .isPresent()) {
                        tell(path, describe(given), describe(asked));
                    }
                }
            }
        }

        private void tell(List<String> path, String given, String asked) {
            tell(
                    path,
                    new MarkedText(given, List.of(new Difference.Mark(0, given.length()))),
                    new MarkedText(asked, List.of(new Difference.Mark(0, asked.length()))));
        }

        private void tell(List<String> path, SideBySide texts) {
            tell(path, texts.given(), texts.asked());
        }

        private void tell(List<String> path, MarkedText given, MarkedText asked) {
            differences.add(new Difference(
                    Kind.DIFFERENT,
                    path,
                    Optional.of(imports ? given : asked),
                    Optional.of(imports ? asked : given),
                    Optional.empty()));
        }
    }

    private void missing(List<String> path, ExternType type, Optional<String> hint) {
        differences.add(new Difference(
                Kind.MISSING, path, Optional.of(MarkedText.plain(describe(type))), Optional.empty(), hint));
    }

    private void extra(List<String> path, ExternType type, Optional<String> hint) {
        differences.add(new Difference(
                Kind.EXTRA, path, Optional.empty(), Optional.of(MarkedText.plain(describe(type))), hint));
    }

    /** The same interface in another version, or what is spelled almost the same. */
    private static Optional<String> near(String name, Set<String> candidates, String who) {
        String unversioned = name.replaceFirst("@.*", "");
        Optional<String> version = candidates.stream()
                .filter(candidate -> candidate.contains("@")
                        && candidate.replaceFirst("@.*", "").equals(unversioned))
                .findFirst();
        return version.or(() -> NearestName.of(name, candidates)).map(near -> who + " `" + near + "`");
    }

    private static String word(ExternType type) {
        return switch (type) {
            case FuncType t -> "function";
            case InstanceType t -> "instance";
            case ComponentType t -> "component";
            case CoreModuleType t -> "core module";
            case TypeExtern t -> "type";
            case ValueExtern t -> "value";
        };
    }

    private static String describe(ExternType type) {
        return switch (type) {
            case FuncType func -> TypeText.of(func);
            case InstanceType instance -> describe((DefType) instance);
            case ComponentType component -> "a component";
            case CoreModuleType module -> "a core module";
            case TypeExtern(DefType named, var bound) -> describe(named);
            case ValueExtern(ValType value) -> "a value of " + TypeText.of(value);
        };
    }

    private static String describe(DefType type) {
        return switch (type) {
            case ValType value -> TypeText.of(value);
            case FuncType func -> TypeText.of(func);
            case ResourceType resource -> "resource";
            case ComponentType component -> "a component type";
            case InstanceType instance -> {
                long functions = instance.exports().values().stream()
                        .filter(export -> export.type() instanceof FuncType)
                        .count();
                yield "an interface with " + functions + (functions == 1 ? " function" : " functions");
            }
        };
    }
}
