package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.internal.syntax.SyntaxTree.Func;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.InterfaceItem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.InterfaceMember;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Item;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ResourceBody;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ResourceFunc;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Typedef;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts together what several packages in binary form say of one that they use: each says as much as it uses, one this
 * type of an interface and another that one.
 */
final class BinaryUses {

    private BinaryUses() {}

    /** All that both say; where they speak of the same thing, in the words of the first. */
    static UnresolvedPackage union(UnresolvedPackage first, UnresolvedPackage second) {
        Map<String, InterfaceItem> interfaces = new LinkedHashMap<>();
        for (Item item : Stream.concat(items(first), items(second)).toList()) {
            if (item instanceof InterfaceItem iface) {
                interfaces.merge(iface.name().text(), iface, BinaryUses::union);
            }
        }
        return new UnresolvedPackage(
                first.name(),
                first.span(),
                first.docs(),
                Stream.concat(first.sources().stream(), second.sources().stream())
                        .toList(),
                List.of(List.copyOf(interfaces.values())),
                first.origin());
    }

    private static Stream<Item> items(UnresolvedPackage unit) {
        return unit.files().stream().flatMap(List::stream);
    }

    private static InterfaceItem union(InterfaceItem first, InterfaceItem second) {
        List<InterfaceMember> members = new ArrayList<>(first.members());
        Set<String> names = new HashSet<>();
        first.members().forEach(member -> names.addAll(names(member)));
        for (InterfaceMember member : second.members()) {
            switch (member) {
                case Use use -> {
                    var missing = use.names().stream()
                            .filter(name -> !names.contains(name.definedName().text()))
                            .toList();
                    if (!missing.isEmpty()) {
                        members.add(new Use(use.gate(), use.path(), missing));
                    }
                }
                case Typedef type -> {
                    if (names.contains(type.name().text())) {
                        members.replaceAll(known -> union(known, type));
                    } else {
                        members.add(type);
                    }
                }
                case Func func -> {
                    if (!names.contains(func.name().text())) {
                        members.add(func);
                    }
                }
            }
        }
        return new InterfaceItem(first.name(), first.gate(), first.docs(), members);
    }

    private static List<String> names(InterfaceMember member) {
        return switch (member) {
            case Use use ->
                use.names().stream().map(name -> name.definedName().text()).toList();
            case Typedef type -> List.of(type.name().text());
            case Func func -> List.of(func.name().text());
        };
    }

    /** The member itself, with what the type adds to it if both are the same resource. */
    private static InterfaceMember union(InterfaceMember member, Typedef type) {
        boolean same = member instanceof Typedef known
                && known.name().text().equals(type.name().text());
        if (!same
                || !(member instanceof Typedef(var name, var gate, var docs, ResourceBody body))
                || !(type.body() instanceof ResourceBody other)) {
            return member;
        }
        List<ResourceFunc> functions = new ArrayList<>(body.functions());
        for (ResourceFunc function : other.functions()) {
            boolean known = body.functions().stream()
                    .anyMatch(one -> one.name().text().equals(function.name().text()));
            if (!known) {
                functions.add(function);
            }
        }
        return new Typedef(name, gate, docs, new ResourceBody(functions));
    }
}
