package guest;

import guest.test.chars.echo.Echo;

public final class Guest implements Echo {
    @Override
    public int echoChar(int v) {
        return v;
    }

    @Override
    public boolean echoBool(boolean v) {
        return v;
    }

    @Override
    public boolean isLetter(int v) {
        return Character.isLetter(v);
    }
}
