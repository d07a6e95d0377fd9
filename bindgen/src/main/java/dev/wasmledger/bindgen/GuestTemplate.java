package dev.wasmledger.bindgen;

import dev.wasmledger.bindgen.internal.c.CProject;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.util.List;

/**
 * A project that builds to a component of a world, in another language than Java.
 *
 * @param generated the files that are generated anew each time, in the order of their paths
 * @param own the files that are the user's from then on: they are to be written only where there are none
 */
public record GuestTemplate(List<GeneratedFile> generated, List<GeneratedFile> own) {

    public GuestTemplate {
        generated = List.copyOf(generated);
        own = List.copyOf(own);
    }

    /** In C: the stock compiler is enough, without a C library. */
    public static GuestTemplate c(ResolvedWit wit, WorldId world) {
        CProject project = new CProject(new GuestWorld(wit, world));
        return new GuestTemplate(project.bindings(), List.of(project.stub()));
    }
}
