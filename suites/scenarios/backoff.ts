import { scenario } from "../kit/index.js";

/**
 * Several users lose their connections in the same moment, and when they come back the server refuses them a few times,
 * with either of the reasons that say that it is in trouble; then it takes them.
 */
export const backoff = scenario("scenarios/backoff", ["timing"], async ({ meta, provider, wait }) => {
  const users = await Promise.all(Array.from({ length: usersLost }, () => provider.connectedUser()));
  const { last } = meta.journal;
  for (const [index, user] of users.entries()) {
    const reason = serverTrouble[index % serverTrouble.length] ?? "503";
    meta.arm({ fault: "login-failure", account: user.login, times: timesRefused, params: { reason } });
  }
  for (const { login } of users) meta.session(login)?.drop();
  await Promise.all(
    users.map(({ login }) =>
      wait("login", (entry) => entry.seq > last && entry.account === login && entry.outcome === "accepted"),
    ),
  );
});

/** Enough for the pauses of one step to differ visibly, where they are drawn at random. */
const usersLost = 8;
export const timesRefused = 3;
const serverTrouble = ["503", "500"];
