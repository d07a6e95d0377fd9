package dev.wasmledger.wit.internal;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WitPrinter;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Of several imports of one interface in compatible versions, the newest: it can stand for the others. (The reference's
 * {@code Resolve::merge_world_imports_based_on_semver}.)
 */
public final class CompatibleImports {

    private final ResolvedWit wit;
    private final WitWorld world;
    private final WitPrinter printer;
    private final Map<Track, InterfaceId> newest = new HashMap<>();

    private CompatibleImports(ResolvedWit wit, WorldId world) {
        this.wit = wit;
        this.world = wit.get(world);
        this.printer = new WitPrinter(wit);
    }

    /** What compatible versions of one interface have in common. */
    private record Track(String namespace, String name, String versions, String iface) {}

    /**
     * The world alone, with those imports merged; as that changes the order of things, it is printed and read again.
     *
     * @throws DiagnosticException if a newer version lacks something of an older one ({@code WIT0506})
     */
    public static ResolvedWit merge(ResolvedWit wit, WorldId world) {
        Map<InterfaceId, InterfaceId> replaced = new CompatibleImports(wit, world).replaced();
        String text = new WitPrinter(WorldSlice.of(wit, world, replaced)).printAll();
        return new WitLoader()
                .text(wit.worldName(world), text)
                .allFeatures()
                .load()
                .orThrow();
    }

    /** Each import that is to go, and the newer version that stands for it. */
    private Map<InterfaceId, InterfaceId> replaced() {
        Set<InterfaceId> elsewhere = new HashSet<>();
        world.exports().values().forEach(item -> add(item, elsewhere));
        world.imports().forEach((key, item) -> {
            if (key instanceof WorldKey.PlainName) {
                add(item, elsewhere);
            }
        });
        List<InterfaceId> candidates = world.imports().keySet().stream()
                .flatMap(key -> key instanceof WorldKey.InterfaceName(InterfaceId id) ? Stream.of(id) : Stream.empty())
                .filter(id -> track(id).isPresent())
                .toList();
        for (InterfaceId id : candidates) {
            newest.merge(track(id).orElseThrow(), id, this::newer);
        }
        Map<InterfaceId, InterfaceId> replaced = new HashMap<>();
        for (InterfaceId old : candidates) {
            InterfaceId newer = newest.getOrDefault(track(old).orElseThrow(), old);
            if (!newer.equals(old) && !elsewhere.contains(old)) {
                checkComplete(old, newer);
                replaced.put(old, newer);
            }
        }
        return replaced;
    }

    private static void add(WorldItem item, Set<InterfaceId> interfaces) {
        if (item instanceof WorldItem.InterfaceItem iface) {
            interfaces.add(iface.id());
        }
    }

    private Optional<Track> track(InterfaceId id) {
        PackageName owner = wit.get(wit.get(id).owner()).name();
        return owner.version()
                .flatMap(SemanticVersion::compatibilityTrack)
                .map(versions -> new Track(
                        owner.namespace(),
                        owner.name(),
                        versions,
                        wit.get(id).name().orElseThrow()));
    }

    private InterfaceId newer(InterfaceId left, InterfaceId right) {
        return version(left).compareTo(version(right)) >= 0 ? left : right;
    }

    private SemanticVersion version(InterfaceId id) {
        return wit.get(wit.get(id).owner()).name().version().orElseThrow();
    }

    private void checkComplete(InterfaceId old, InterfaceId newer) {
        WitInterface there = wit.get(newer);
        wit.get(old).types().forEach((name, type) -> {
            if (!there.types().containsKey(name)) {
                throw incompatible(
                        old, newer, "lacks the type", name, wit.get(type).place());
            }
        });
        wit.get(old).functions().forEach((name, function) -> {
            WitFunction other = there.functions().get(name);
            if (other == null) {
                throw incompatible(old, newer, "lacks the function", name, function.place());
            }
            if (!printer.print(other).equals(printer.print(function))) {
                throw incompatible(old, newer, "has another type of the function", name, function.place());
            }
        });
    }

    private DiagnosticException incompatible(
            InterfaceId old, InterfaceId newer, String what, String name, Place place) {
        return new DiagnosticException(
                Diagnostic.error(
                                Problem.INCOMPATIBLE_VERSIONS.id(),
                                "`" + wit.interfaceName(newer) + "` cannot stand for `" + wit.interfaceName(old)
                                        + "`: it " + what + " `" + name + "`",
                                place)
                        .withLabel(wit.get(newer).place(), "the newer version")
                        .withHint(
                                "versions of one major number only add to each other; before 1.0.0, those of one minor number"));
    }
}
