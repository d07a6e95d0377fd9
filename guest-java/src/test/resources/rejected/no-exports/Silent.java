package silent;

public final class Silent {

    private Silent() {}

    public static int answer() {
        return 42;
    }
}
