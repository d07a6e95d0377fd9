package dev.wasmledger.component.model;

import java.util.List;

/**
 * {@code (start f (value arg)* (result (value))^r)}.
 *
 * @param results how many values it adds, unsigned
 */
public record Start(Index.Func func, List<Index.Value> arguments, int results) implements Definition {

    public Start {
        arguments = List.copyOf(arguments);
    }
}
