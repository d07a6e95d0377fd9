package dev.wasmledger.guest.teavm;

import java.util.Optional;

/**
 * Something in a guest that keeps it from being compiled.
 *
 * @param place where in the guest it is, if that is known
 * @param message what is wrong, for people to read
 */
public record GuestProblem(Optional<Place> place, String message) {

    /**
     * A line of a guest's source.
     *
     * @param file the source file's path below its source folder, as the class file tells it
     * @param line counted from 1
     */
    public record Place(String file, int line) {}
}
