// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/help/helptopics.h"

#include <QCoreApplication>
#include <QWidget>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct HelpWords
{
    Q_DECLARE_TR_FUNCTIONS(HelpWords)
};

const HelpTopic Topics[] = {
    {"first"_L1, "info"_L1, [] { return HelpWords::tr("First steps"); },
     [] {
         return HelpWords::tr(
             "<p>Rox Tokens lists, generates and revokes the API tokens of a Central.</p>"
             "<h3>Where do I begin?</h3>"
             "<p>Add a server with the plus in the sidebar: its address, and a credential that may "
             "read Integration. Or try the demo, which needs neither.</p>"
             "<h3>Where are all the actions?</h3>"
             "<p>In the menu at the end of the toolbar (F10). Ctrl+M shows a menu bar in its "
             "place, "
             "Ctrl+? lists the keys.</p>"
             "<h3>What do I read next?</h3>"
             "<p><a href=\"signin\">Sign in</a>, <a href=\"certificates\">Certificates</a>, "
             "<a href=\"find\">Find tokens</a>.</p>");
     },
     "servers emptyPagePrimary importConnections"_L1},
    {"signin"_L1, "signin"_L1, [] { return HelpWords::tr("Sign in"); },
     [] {
         return HelpWords::tr(
             "<p>Central accepts an API token, a user name with password, or a sign-in through the "
             "browser.</p>"
             "<h3>Where is the credential kept?</h3>"
             "<p>In the keychain of your desktop, if you choose so, and in no file. Else it is "
             "forgotten when the program ends.</p>"
             "<h3>What does the token need?</h3>"
             "<p>Read access to Integration to list tokens, write access to Integration to revoke, "
             "and read access to Access as well to generate.</p>"
             "<h3>Central refuses the credential</h3>"
             "<p>It has expired, was revoked, or belongs to another Central. The page says which "
             "of "
             "these can be known.</p>");
     },
     "connectToCentral"_L1},
    {"certificates"_L1, "certificate"_L1, [] { return HelpWords::tr("Certificates"); },
     [] {
         return HelpWords::tr(
             "<p>Your credential is sent only after Central's certificate was accepted.</p>"
             "<h3>The certificate is not known</h3>"
             "<p>A Central with its own certificate authority needs its CA file, as roxctl does. "
             "Without it, compare the fingerprint with the one that an administrator gives "
             "you.</p>"
             "<h3>The certificate changed</h3>"
             "<p>After a renewal that is expected. Compare both fingerprints before you trust the "
             "new one.</p>");
     },
     "unknownCertificate certificateChanged"_L1},
    {"find"_L1, "search"_L1, [] { return HelpWords::tr("Find tokens"); },
     [] {
         return HelpWords::tr(
             "<p>The search (Ctrl+F) finds words in name, ID, roles, note and tags. All of them "
             "must occur. “id:3f2” finds IDs alone, “tag:ci” tags.</p>"
             "<h3>What are the views in the sidebar?</h3>"
             "<p>Tokens that deserve a look; a sentence above them says why and what to do. A "
             "click "
             "on the server, or “All tokens”, leads back to the whole list.</p>"
             "<h3>Where is my note kept?</h3>"
             "<p>On this computer only, in the history beside the list. F2 goes to it. It stays "
             "when the token is revoked or gone.</p>"
             "<h3>Who created a token?</h3>"
             "<p>The details and the column “Created by” say it, and <b>by:ann</b> in the search "
             "finds what Ann has created. Central tells it for 4 days, and only to those with read "
             "access to Administration; this computer remembers it.</p>"
             "<h3>What do Active, Expiring and the others mean?</h3>"
             "<p>Expiring tokens still work, but not for long: Settings say how many days that "
             "is. Expired and revoked ones are refused.</p>"
             "<h3>What is the chart?</h3>"
             "<p>Each bar is a week or a month, as tall as the number of tokens that expire in it. "
             "A click, or the arrow keys and Space, show only these. Esc takes filters away. How "
             "far it reaches is chosen in its title, or in its menu (Shift+F10). The menu View "
             "hides it.</p>"
             "<h3>Other columns</h3>"
             "<p>The menu of the header chooses them, and so does the menu View; drag them to move "
             "them.</p>");
     },
     "tokens searchTokens statuses expiryByWeek views viewAdvice tokenNote tokenTags"_L1},
    {"generate"_L1, "generate"_L1, [] { return HelpWords::tr("Generate"); },
     [] {
         return HelpWords::tr(
             "<p>Central shows the value of a token once, and so does this program: copy or save "
             "it before you close the window.</p>"
             "<h3>Which roles can I give?</h3>"
             "<p>Those that grant no more than you may do yourself. Central decides.</p>"
             "<h3>Which roles does a job need?</h3>"
             "<p>“What must it do?” under the roles proposes the fewest rights that grant what you "
             "tick. Central does not record what a token uses.</p>"
             "<h3>Where does the value go?</h3>"
             "<p>To the clipboard, which is cleared after the time in Settings, or to a file that "
             "only you can read.</p>"
             "<h3>“It may have been created”</h3>"
             "<p>The connection broke before Central answered. The list is read again, and what "
             "could be this token is offered to you.</p>");
     },
     "generateToken tokenGenerated generateTokenButton"_L1},
    {"rotate"_L1, "rotate"_L1, [] { return HelpWords::tr("Rotate"); },
     [] {
         return HelpWords::tr(
             "<p>A token cannot be changed. To replace it, generate a successor, hand its value "
             "over, and revoke the old one when the job uses the new one. Ctrl+Shift+R begins with "
             "the selected token.</p>"
             "<h3>Does the job use the new one?</h3>"
             "<p>That cannot be seen: Central does not record when a token was used. Check the new "
             "value where the job reads it; the check asks Central with it who it is.</p>"
             "<h3>When is the old one revoked?</h3>"
             "<p>When you say so, or on a date that you choose: then only while this program runs, "
             "and only if the new token was checked. A date that has passed is due and waits for "
             "you.</p>"
             "<h3>Where do I go on later?</h3>"
             "<p>“Rotations” in the sidebar lists those under way on all servers, each with its "
             "next step. Giving one up revokes nothing.</p>");
     },
     "rotateToken tokenRotated rotations rotateTokenButton revokeOldToken checkNewTokenLater "
     "signInWithNewToken changePlan"_L1},
    {"revoke"_L1, "revoke"_L1, [] { return HelpWords::tr("Revoke"); },
     [] {
         return HelpWords::tr(
             "<p>Select rows and press Del. The question names each token with its ID.</p>"
             "<h3>Can I revoke all that a filter shows?</h3>"
             "<p>Choose a view or a filter, then “Clean up…” in the menu. A preview names and "
             "counts what goes and what stays, and can be exported before the question.</p>"
             "<h3>Can I undo it?</h3>"
             "<p>No. Generate a new one: <a href=\"generate\">Generate</a>.</p>"
             "<h3>Where do revoked tokens go?</h3>"
             "<p>Central deletes them within about an hour.</p>"
             "<h3>“May or may not be revoked”</h3>"
             "<p>The connection broke before Central answered. Rox Tokens looks again by "
             "itself.</p>");
     },
     "revokeTokens revokeButton cleanUp"_L1},
    {"settings"_L1, "settings"_L1, [] { return HelpWords::tr("Settings"); },
     [] {
         return HelpWords::tr(
             "<p>Changes are kept at once. “Expiring means” counts in the list, the chart and the "
             "views.</p>"
             "<h3>The clipboard</h3>"
             "<p>A copied value is cleared after this time, when you quit, and when the screen is "
             "locked. A clipboard manager may keep a copy all the same.</p>"
             "<h3>Notifications</h3>"
             "<p>While Rox Tokens runs, the desktop tells you which tokens expire: one "
             "notification for all tokens of a server, each token once for each column. A muted "
             "server waits. “Mute until tomorrow” lets all of them wait for this day.</p>"
             "<h3>The history</h3>"
             "<p>What this computer saw and did: names, roles and times, no values. “Forget…” "
             "removes it for one Central, “Forget all histories…” for each, on this computer "
             "alone.</p>");
     },
     "settingsDialog"_L1},
};

} // namespace

std::span<const HelpTopic> helpTopics()
{
    return Topics;
}

QLatin1String helpTopicOf(const QWidget *focused)
{
    for (const QWidget *part = focused; part; part = part->parentWidget()) {
        const QString name = part->objectName();
        for (const HelpTopic &topic : Topics) {
            if (!name.isEmpty() && QString(topic.places).split(u' ').contains(name))
                return topic.id;
        }
    }
    return Topics[0].id;
}

} // namespace rox
