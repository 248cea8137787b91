package nl.samenkomst.account;

import nl.samenkomst.kit.web.Visit;

/**
 * Where a form of the workspace is sent to, and the token that it bears.
 *
 * @param action the path, with the organisation one works for
 */
public record Way(String action, String token) {

    /**
     * The way to a path of ours, for this caller.
     *
     * @param path without query
     */
    public static Way to(Caller caller, Visit visit, String path) {
        return new Way(path + "?organisation=" + caller.organisation().slug(), caller.formToken(visit.links(), path));
    }
}
