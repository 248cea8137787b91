package nl.samenkomst.event;

import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Room;
import nl.samenkomst.spi.Seating;

/** What follows from the numbers that were typed of a room: how many chairs fit, and how many seats there will be. */
record SheetRoom(Formats formats, Typed typed, Words words) {

    Sheet.RoomShown shown() {
        var seats = seating(room());
        var fits = seating(new Room(room().chairs(), room().floorArea(), room().distance(), Optional.empty()))
                .seats();
        return new Sheet.RoomShown(
                fits.filter(number -> number > 0).flatMap(number -> drawing(number, seats)), said(fits, seats));
    }

    private Room room() {
        return new Room(
                whole("venue.seats"), measure("venue.floorArea"), measure("venue.distance"), whole("capacity.onSite"));
    }

    private Seating seating(Room room) {
        return formats.find(typed.text("format"))
                .map(format -> format.seating(room))
                .orElseGet(room::seats);
    }

    private Optional<CharSequence> drawing(int fits, Seating seats) {
        var given = seats.seats().orElse(0);
        return fits > RoomDrawing.MOST
                ? Optional.empty()
                : Optional.of(new RoomDrawing(fits, given, words.say("event.room.drawing", fits, given)).drawing());
    }

    private String said(Optional<Integer> fits, Seating seats) {
        if (seats.seats().isEmpty()) {
            return words.say("event.room.none");
        }
        int given = seats.seats().get();
        return fits.map(number -> words.say("event.room.fits", number, given))
                .orElseGet(() -> words.say("event.room.given", given));
    }

    private Optional<Integer> whole(String field) {
        return typed.said(field).filter(text -> text.matches("[0-9]{1,7}")).map(Integer::valueOf);
    }

    private Optional<Double> measure(String field) {
        return typed.said(field)
                .filter(text -> text.matches("[0-9]{1,7}([.,][0-9]{1,3})?"))
                .map(text -> Double.valueOf(text.replace(',', '.')));
    }
}
