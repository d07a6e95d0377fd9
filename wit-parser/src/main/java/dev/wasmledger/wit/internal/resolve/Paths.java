package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.internal.syntax.SyntaxTree.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All the paths in a file, in the order in which they decide about the order of packages and interfaces. */
final class Paths {

    private Paths() {}

    /**
     * A path and where it occurs.
     *
     * @param user the interface or world that cannot come before what the path names; absent for imports, exports and
     *     uses of a world, which comes behind all interfaces anyway, and for a {@code use} at the top of a file
     */
    record Occurrence(Optional<Name> user, UsePath path) {}

    static List<Occurrence> of(List<Item> items) {
        List<Occurrence> found = new ArrayList<>();
        for (Item item : items) {
            switch (item) {
                case InterfaceItem iface -> ofMembers(iface.members(), Optional.of(iface.name()), found);
                case WorldItem world -> ofWorld(world, found);
                case ToplevelUse use -> found.add(new Occurrence(Optional.empty(), use.path()));
                case NestedPackage nested -> throw new IllegalStateException("nested packages are taken out before");
            }
        }
        return found;
    }

    /** Imports before exports, as a world is printed: printing must not change the order. */
    private static void ofWorld(WorldItem world, List<Occurrence> found) {
        List<Occurrence> imports = new ArrayList<>();
        List<Occurrence> exports = new ArrayList<>();
        for (WorldMember member : world.members()) {
            switch (member) {
                case Use use -> found.add(new Occurrence(Optional.empty(), use.path()));
                case Include include -> found.add(new Occurrence(Optional.of(world.name()), include.path()));
                case Typedef type -> {}
                case Extern extern -> ofExtern(extern, extern.export() ? exports : imports);
            }
        }
        found.addAll(imports);
        found.addAll(exports);
    }

    private static void ofExtern(Extern extern, List<Occurrence> found) {
        switch (extern.type()) {
            case ExternInterface iface -> ofMembers(iface.members(), Optional.empty(), found);
            case ExternPath path -> found.add(new Occurrence(Optional.empty(), path.path()));
            case ExternNamedPath path -> found.add(new Occurrence(Optional.empty(), path.path()));
            case ExternFunc func -> {}
        }
    }

    private static void ofMembers(List<InterfaceMember> members, Optional<Name> user, List<Occurrence> found) {
        for (InterfaceMember member : members) {
            if (member instanceof Use use) {
                found.add(new Occurrence(user, use.path()));
            }
        }
    }
}
