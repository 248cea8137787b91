package planted.account;

/** A name that says nothing. */
final class SignInManager {}
