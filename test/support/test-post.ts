import { createPost, type Post } from '#activities/post/post.ts';
import type { Database } from '#db/database.ts';

/** A post that sends to the mail server at `smtpUrl`, as one more worker on this database would have, without its Temporal. */
export function testPost(database: Database, smtpUrl: string, publicUrl = 'https://signaalpunt.example'): Post {
  return createPost({ database, smtpUrl, publicUrl, from: 'Signaalpunt <post@signaalpunt.example>' });
}
