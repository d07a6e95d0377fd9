package dev.wasmledger.bindgen;

import dev.wasmledger.bindgen.internal.Fit;
import dev.wasmledger.bindgen.internal.JavaProject;
import dev.wasmledger.bindgen.internal.c.CProject;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.bindgen.internal.rust.RustProject;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.util.List;

/**
 * A project that builds to a component of a world.
 *
 * @param generated the files that are generated anew each time, in the order of their paths
 * @param own the files that are the user's from then on: they are to be written only where there are none
 */
public record GuestTemplate(List<GeneratedFile> generated, List<GeneratedFile> own) {

    public GuestTemplate {
        generated = List.copyOf(generated);
        own = List.copyOf(own);
    }

    /**
     * In Java, built by Maven: bindings and WIT are generated, the POM and the class that implements the exports are the
     * user's.
     *
     * @param request for a guest, of one world and with an implementation
     * @param version of the Maven plugin and of what guests are compiled against
     */
    public static GuestTemplate java(BindgenRequest request, String version) {
        JavaProject project = new JavaProject(request, version);
        return new GuestTemplate(project.bindings(), project.own());
    }

    /**
     * In C: the stock compiler is enough, without a C library.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if no component can have the world's types ({@code BND0001})
     */
    public static GuestTemplate c(ResolvedWit wit, WorldId world) {
        CProject project = new CProject(fitting(wit, world));
        return new GuestTemplate(project.bindings(), List.of(project.stub()));
    }

    /**
     * In Rust: the stock {@code cargo} is enough, without crates of others.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if no component can have the world's types ({@code BND0001})
     */
    public static GuestTemplate rust(ResolvedWit wit, WorldId world) {
        RustProject project = new RustProject(fitting(wit, world));
        return new GuestTemplate(project.bindings(), project.own());
    }

    private static GuestWorld fitting(ResolvedWit wit, WorldId world) {
        Fit.check(wit, List.of(world), Side.GUEST);
        return new GuestWorld(wit, world);
    }
}
