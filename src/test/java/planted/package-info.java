/** A house whose walls are broken on purpose, one fault each, so that the tests of the real walls can be seen to find them. */
package planted;
