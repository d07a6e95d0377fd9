package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/**
 * The body of one method that lifts or lowers, while it is being written.
 *
 * <p>On the host, memory is reached through a variable of that name; {@link #memory()} notes that there has to be one.
 */
final class Body {

    final AbiClass home;

    /** Whether the method is one of {@link #home}'s, which needs no class name to call another one of them. */
    final boolean atHome;

    /** Which handles its resources have. */
    final View view;

    final UniqueNames names;
    final CodeBlock.Builder code = CodeBlock.builder();
    private final Optional<String> options;
    private final String memory;
    private boolean memoryUsed;

    /**
     * @param home the class that helper methods without another home go to
     * @param atHome whether the method is itself one of that class
     * @param view which handles its resources have
     * @param names the names that are taken already
     * @param options on the host, what the canonical options are called, where the method has them
     */
    Body(AbiClass home, boolean atHome, View view, UniqueNames names, Optional<String> options) {
        this.home = home;
        this.atHome = atHome;
        this.view = view;
        this.names = names;
        this.options = options;
        this.memory = names.take("memory");
    }

    String options() {
        return options.orElseThrow(() -> new IllegalStateException("a method without canonical options needs them"));
    }

    String memory() {
        memoryUsed = true;
        return memory;
    }

    /** The variable for the memory, if it is used and not a parameter. */
    Optional<String> memoryVariable() {
        return memoryUsed && options.isPresent() ? Optional.of(memory) : Optional.empty();
    }
}
